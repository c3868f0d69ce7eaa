package dev.plenum.report;

import dev.plenum.api.History;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.persistence.Checkpoints;
import dev.plenum.persistence.HistoryCsv;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * Reads what a training measured: from its record, from its history as CSV, or, of one that is not
 * finished, from its last checkpoint.
 */
public final class RunHistoryFiles {
  private static final String HISTORY = "history.csv";
  private static final String CHECKPOINTS = "checkpoints";

  private RunHistoryFiles() {}

  static boolean isTraining(Path folder) {
    return Files.isRegularFile(folder.resolve(StoredRun.RECORD))
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
    Path record = place.resolve(StoredRun.RECORD);
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
    RunRecord.Outcome outcome = RunRecord.read(file).outcome();
    RunHistory read = RunHistory.of(name, outcome.history());
    OptionalDouble test = outcome.test().value(metric);
    return test.isPresent() ? read.test(test.getAsDouble()) : read;
  }
}
