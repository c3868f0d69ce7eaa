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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
   * {@return a chart of all trainings that lie at some places, see {@link RunPlaces}}
   *
   * @param named files, folders of trainings, and folders with several in them
   * @param metric what is drawn, see {@link HistoryChart#of(String, List)}
   * @throws IllegalArgumentException if there are too many, or one lacks the metric or a finished epoch
   * @throws IOException if one is not what it seems to be, or cannot be read
   */
  public static HistoryChart chart(List<Path> named, String metric) throws IOException {
    List<Path> places = RunPlaces.find(named);
    if (places.size() > HistoryChart.MOST_RUNS) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "a picture shows %d trainings at most, which is what can be told apart; these are %,d: name fewer",
          HistoryChart.MOST_RUNS,
          places.size()));
    }
    List<String> names = RunNames.of(places);
    List<RunHistory> runs = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      runs.add(read(places.get(i), names.get(i), metric));
    }
    HistoryChart chart = HistoryChart.of(metric, runs);
    return runs.size() == 1 ? chart.title(names.get(0)) : chart;
  }

  /**
   * Reads it.
   *
   * @param place a file, or a training's folder
   * @param name what to call the training
   * @param metric of which the result on the test images is wanted
   * @return what was measured; the result on the test images is in records only
   * @throws IllegalArgumentException if no epoch is finished
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
