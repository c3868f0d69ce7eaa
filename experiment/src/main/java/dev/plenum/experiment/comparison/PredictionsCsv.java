package dev.plenum.experiment.comparison;

import dev.plenum.experiment.statistics.Predictions;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The predicted class of every test image: a line {@code label,prediction} for each. */
final class PredictionsCsv {
  private static final String HEADER = "label,prediction";
  private static final int LONGEST = 1 << 30;

  private PredictionsCsv() {}

  static void write(Path file, Predictions predictions) throws IOException {
    String lines = IntStream.range(0, predictions.size())
        .mapToObj(i -> predictions.labels().get(i) + "," + predictions.classes().get(i))
        .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    AtomicFiles.write(file, lines);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if the file is damaged
   */
  static Predictions read(Path file) throws IOException {
    List<String> lines = TextFile.read(file, LONGEST).lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new IllegalArgumentException(
          "%s does not begin with '%s'".formatted(file.getFileName(), HEADER));
    }
    List<String[]> rows =
        lines.subList(1, lines.size()).stream().map(line -> line.split(",", -1)).toList();
    if (rows.stream().anyMatch(row -> row.length != 2)) {
      throw new IllegalArgumentException(
          file.getFileName() + " has a line without label and prediction");
    }
    return new Predictions(column(rows, 0), column(rows, 1));
  }

  private static List<Integer> column(List<String[]> rows, int index) {
    return rows.stream().map(row -> Integer.valueOf(row[index])).toList();
  }
}
