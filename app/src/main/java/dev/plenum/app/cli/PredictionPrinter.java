package dev.plenum.app.cli;

import dev.plenum.app.predict.Prediction;
import java.io.PrintStream;
import java.util.List;

/** How predictions are printed. */
interface PredictionPrinter {

  /** Prints one, now or at the end. */
  void print(String name, Prediction prediction);

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
