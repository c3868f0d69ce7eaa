package dev.plenum.serve.watch;

import dev.plenum.experiment.RunRefusedException;
import dev.plenum.experiment.progress.ProgressFolder;
import dev.plenum.experiment.progress.Standing;
import dev.plenum.experiment.run.RunConfiguration;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.persistence.IoReason;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One training, as its folder tells of it. */
final class WatchedRun {
  private final String id;
  private final String name;
  private final Path folder;
  private final ProgressFolder progress;
  private final EpochsFile epochs;
  private final Map<String, String> settings;
  private Curves curves = new Curves(List.of());
  private @Nullable FileTime recorded;
  private Map<String, Object> result = Map.of();
  private Map<String, Object> summary = Map.of();
  private int revision;

  /**
   * A training.
   *
   * @param name what it is called on the page
   * @param root the folder that is watched
   */
  WatchedRun(String id, String name, Path folder, Path root) {
    this.id = id;
    this.name = name;
    this.folder = folder;
    this.progress = ProgressFolder.of(folder);
    this.epochs = new EpochsFile(progress.epochs());
    this.settings = settings(folder, root);
  }

  /** A committee's members have those of the whole. */
  private static Map<String, String> settings(Path folder, Path root) {
    for (Path at = folder; at != null && at.startsWith(root); at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(RunConfiguration.FILE))) {
        try {
          return RunConfiguration.read(at).settings();
        } catch (RunRefusedException e) {
          return Map.of(); // damaged, or it is just being written
        }
      }
    }
    return Map.of();
  }

  String id() {
    return id;
  }

  Path folder() {
    return folder;
  }

  ProgressFolder progress() {
    return progress;
  }

  Map<String, Object> summary() {
    return summary;
  }

  /** Its curves as JSON. */
  Map<String, Object> history() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", id);
    json.put("revision", revision);
    json.putAll(curves.json());
    return json;
  }

  /**
   * Looks at its files.
   *
   * @param isLive whether it runs in this process, with pictures to be looked at
   * @return whether anything has changed
   */
  boolean refresh(Instant now, boolean isLive) {
    Map<String, Object> fresh = new LinkedHashMap<>();
    fresh.put("id", id);
    fresh.put("name", name);
    fresh.put("network", settings.getOrDefault("network", ""));
    fresh.put("dataset", settings.getOrDefault("dataset", ""));
    fresh.put("live", isLive);
    try {
      read(fresh, now);
    } catch (IOException e) {
      fresh.put("state", RunState.DAMAGED.toString());
      fresh.put("problem", IoReason.of(e));
    }
    fresh.put("revision", revision);
    fresh.put("done", curves.epochs());
    fresh.put("last", curves.last());
    boolean isChanged = !fresh.equals(summary);
    summary = fresh;
    return isChanged;
  }

  private void read(Map<String, Object> fresh, Instant now) throws IOException {
    Path record = folder.resolve(StoredRun.RECORD);
    if (Files.isRegularFile(record)) {
      readFinished(record, fresh);
      return;
    }
    Optional<Standing> standing = progress.standing();
    if (standing.isEmpty()) {
      fresh.put("state", RunState.STOPPED.toString());
      return;
    }
    if (epochs.update()) {
      revision++;
    }
    curves = epochs.curves();
    put(fresh, standing.get(), now);
  }

  private void put(Map<String, Object> fresh, Standing standing, Instant now) {
    RunState state = RunState.of(standing, now);
    fresh.put("state", state.toString());
    fresh.put("stopping", state == RunState.RUNNING && progress.isStopRequested());
    fresh.put("time", standing.updated().toEpochMilli());
    fresh.put("epoch", standing.epoch());
    fresh.put("epochs", standing.epochs());
    fresh.put("step", standing.step());
    fresh.put("steps", standing.stepsPerEpoch());
    fresh.put("images", standing.images());
    fresh.put("loss", Numbers.orNull(standing.loss()));
    fresh.put("accuracy", Numbers.orNull(standing.accuracy()));
    fresh.put("imagesPerSecond", Numbers.orNull(standing.imagesPerSecond()));
    fresh.put("secondsLeft", Numbers.orNull(standing.secondsLeft()));
  }

  private void readFinished(Path record, Map<String, Object> fresh) throws IOException {
    FileTime time = Files.getLastModifiedTime(record);
    if (!Objects.equals(time, recorded)) {
      RunRecord read = RunRecord.read(record);
      curves = EpochsFile.of(read.outcome().history());
      recorded = time;
      revision++;
      result = result(read);
    }
    fresh.put("state", RunState.FINISHED.toString());
    fresh.put("time", time.toMillis());
    fresh.putAll(result);
  }

  private static Map<String, Object> result(RunRecord record) {
    int done = record.outcome().history().epochs().size();
    Timing timing = record.outcome().timing();
    double images = timing.samplesPerSecond() * timing.trainSeconds() / done;
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("epochs", done);
    result.put("images", Math.round(images));
    result.put("imagesPerSecond", Numbers.orNull(timing.samplesPerSecond()));
    result.put("test", record.outcome().test().metrics());
    return result;
  }
}
