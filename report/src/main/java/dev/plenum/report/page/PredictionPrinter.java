package dev.plenum.report.page;

import dev.plenum.predictor.Prediction;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** How predictions are printed. */
public interface PredictionPrinter {

  /**
   * Prints one, now or at the end.
   *
   * @param name what to call the picture
   * @param prediction what the classifier made of it
   * @param warning why it may mean nothing; empty if it means something
   */
  void print(String name, Prediction prediction, Optional<String> warning);

  /** Prints what was kept. */
  default void end() {}

  /**
   * {@return the printer of a format}
   *
   * @param format {@code table}, or {@code jsonl} for a JSON object a line
   * @param classNames a name for each probability
   * @param out where it prints
   * @throws IllegalArgumentException if there is no such format
   */
  static PredictionPrinter of(String format, List<String> classNames, PrintStream out) {
    return switch (format) {
      case "table" -> new PredictionTable(classNames, out);
      case "jsonl" -> new PredictionLines(classNames, out);
      default -> throw new IllegalArgumentException("there is no format " + format);
    };
  }
}
