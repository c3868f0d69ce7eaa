package dev.plenum.report.page;

import dev.plenum.api.ConfusionMatrix;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** How a classifier did class by class, as text. */
public final class ConfusionTables {
  /** More columns do not fit on a screen. */
  private static final int MOST_COLUMNS = 20;

  private final ConfusionMatrix matrix;
  private final List<String> classNames;

  /**
   * Of what was counted.
   *
   * @param matrix how often each class was taken for each
   * @param classNames a name for each class
   */
  public ConfusionTables(ConfusionMatrix matrix, List<String> classNames) {
    this.matrix = matrix;
    this.classNames = List.copyOf(classNames);
  }

  /**
   * Prints both tables, or the first one alone where the second is too wide for a screen.
   *
   * @param out gets them, line by line; is not closed
   * @param picture what draws the second one, for a user who cannot have it as text
   */
  public void print(PrintStream out, String picture) {
    scores().print(out);
    out.println();
    if (matrix.classes() <= MOST_COLUMNS) {
      out.println("Confusion matrix (rows: true class, columns: predicted class)");
      counts().print(out);
    } else {
      out.printf(
          Locale.ROOT,
          "The confusion matrix of %d classes is too wide for text; %s draws it.%n",
          matrix.classes(),
          picture);
    }
  }

  /**
   * {@return precision, recall and F1 of each class, laid out as in scikit-learn's classification report}
   * There is a dash where one is not defined, and the mean leaves it out.
   */
  public TextTable scores() {
    TextTable table = new TextTable(1);
    table.add(List.of("CLASS", "PRECISION", "RECALL", "F1", "IMAGES"));
    for (int c = 0; c < matrix.classes(); c++) {
      table.add(List.of(
          classNames.get(c),
          figure(matrix.precision(c)),
          figure(matrix.recall(c)),
          figure(matrix.f1(c)),
          number(matrix.support(c))));
    }
    table.add(List.of(
        "mean",
        mean(matrix::precision),
        mean(matrix::recall),
        mean(matrix::f1),
        number(IntStream.range(0, matrix.classes()).map(matrix::support).sum())));
    return table;
  }

  /** Of the classes where it is defined. */
  private String mean(IntToDoubleFunction score) {
    return figure(IntStream.range(0, matrix.classes())
        .mapToDouble(score)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN));
  }

  /** {@return how often an image of a class (row) was taken for one of another (column)} */
  public TextTable counts() {
    TextTable table = new TextTable(1);
    List<String> header = new ArrayList<>(List.of(""));
    header.addAll(classNames);
    table.add(header);
    for (int label = 0; label < matrix.classes(); label++) {
      List<String> row = new ArrayList<>(List.of(classNames.get(label)));
      for (int prediction = 0; prediction < matrix.classes(); prediction++) {
        row.add(number(matrix.count(label, prediction)));
      }
      table.add(row);
    }
    return table;
  }

  private static String figure(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static String number(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
