package dev.plenum.experiment.trial;

import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * A training that is over.
 *
 * @param run its results; empty if it diverged
 */
public record Ended(Optional<StoredRun> run) {
  private static final String DIVERGED = "diverged.json";

  /** {@return what it came to; empty if it diverged} */
  public Optional<Score> score() {
    return run.map(Score::of).filter(Score::isFinite);
  }

  /**
   * What came out of a training, if it is over.
   *
   * @throws IOException if its record is damaged
   */
  static Optional<Ended> in(TrainingFolder folder) throws IOException {
    return Files.exists(folder.path().resolve(DIVERGED))
        ? Optional.of(new Ended(Optional.empty()))
        : folder.finished().map(run -> new Ended(Optional.of(run)));
  }

  /** A training that diverged; its folder says so, so that it is not trained again. */
  static Ended diverged(TrainingFolder folder, String reason) throws IOException {
    Files.createDirectories(folder.path());
    AtomicFiles.write(
        folder.path().resolve(DIVERGED),
        JsonObject.empty().with("reason", reason).toString());
    return new Ended(Optional.empty());
  }
}
