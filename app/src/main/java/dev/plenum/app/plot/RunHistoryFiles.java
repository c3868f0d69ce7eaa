package dev.plenum.app.plot;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueType;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import dev.plenum.app.IoReason;
import dev.plenum.app.document.Documents;
import dev.plenum.app.document.TextFile;
import dev.plenum.app.train.FinishedRun;
import dev.plenum.persistence.Checkpoints;
import dev.plenum.persistence.HistoryCsv;
import dev.plenum.report.RunHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what a training measured: from its record, from its history as CSV, or, of one that is not
 * finished, from its last checkpoint.
 */
public final class RunHistoryFiles {
  private static final String HISTORY = "history.csv";
  private static final String CHECKPOINTS = "checkpoints";
  private static final Set<String> NO_METRICS = Set.of("epoch", "seconds");

  private RunHistoryFiles() {}

  static boolean isTraining(Path folder) {
    return Files.isRegularFile(folder.resolve(FinishedRun.RECORD))
        || Files.isRegularFile(folder.resolve(HISTORY))
        || Files.isDirectory(folder.resolve(CHECKPOINTS));
  }

  /**
   * Reads it.
   *
   * @param place a file, or a training's folder
   * @param metric of which the result on the test images is wanted
   * @throws IOException if it is not what it seems to be, or cannot be read
   */
  public static RunHistory read(Path place, String name, String metric) throws IOException {
    if (!Files.isDirectory(place)) {
      TextFile.requirePlain(place);
      return place.toString().endsWith(".csv")
          ? RunHistory.of(name, HistoryCsv.read(place))
          : record(place, name, metric);
    }
    Path record = place.resolve(FinishedRun.RECORD);
    if (Files.isRegularFile(record)) {
      return record(record, name, metric);
    }
    Path csv = place.resolve(HISTORY);
    return RunHistory.of(
        name,
        Files.isRegularFile(csv)
            ? HistoryCsv.read(csv)
            : Checkpoints.history(place.resolve(CHECKPOINTS)).orElse(History.empty()));
  }

  private static RunHistory record(Path file, String name, String metric) throws IOException {
    try {
      Config run = Documents.json(file);
      History history = new History(
          run.getConfigList("history").stream().map(RunHistoryFiles::epoch).toList());
      OptionalDouble test = test(run, metric);
      RunHistory read = RunHistory.of(name, history);
      return test.isPresent() ? read.test(test.getAsDouble()) : read;
    } catch (ConfigException e) {
      throw new IOException(
          "%s is not the record of a run as 'plenum train' leaves it: %s"
              .formatted(file, e.getMessage()),
          e);
    } catch (IOException e) { // such as one about bytes that are no text
      throw new IOException("%s cannot be read: %s".formatted(file, IoReason.of(e)), e);
    }
  }

  private static OptionalDouble test(Config run, String metric) {
    String path = "test." + metric;
    return run.hasPath(path) ? OptionalDouble.of(run.getDouble(path)) : OptionalDouble.empty();
  }

  private static EpochRecord epoch(Config epoch) {
    Map<String, Double> metrics = new TreeMap<>();
    epoch.root().forEach((name, value) -> {
      if (value.valueType() == ConfigValueType.NUMBER && !NO_METRICS.contains(name)) {
        metrics.put(name, ((Number) value.unwrapped()).doubleValue());
      }
    });
    return new EpochRecord(epoch.getInt("epoch") - 1, metrics, 0);
  }
}
