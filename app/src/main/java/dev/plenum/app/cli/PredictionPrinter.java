package dev.plenum.app.cli;

import dev.plenum.experiment.Prediction;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** How predictions are printed. */
interface PredictionPrinter {

  /**
   * Prints one, now or at the end.
   *
   * @param warning why it may mean nothing; is told on standard error in any case
   */
  void print(String name, Prediction prediction, Optional<String> warning);

  /** Prints what was kept. */
  default void end() {}

  /** The printer of a format. */
  static PredictionPrinter of(String format, List<String> classNames, PrintStream out) {
    return switch (format) {
      case "table" -> new PredictionTable(classNames, out);
      case "jsonl" -> new PredictionLines(classNames, out);
      default -> throw new IllegalArgumentException("there is no format " + format);
    };
  }
}
