package dev.plenum.report.page;

import dev.plenum.predictor.Prediction;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Predictions as a table, with a column for each class; its widths are known at the end. */
final class PredictionTable implements PredictionPrinter {
  private final List<String> classNames;
  private final PrintStream out;
  private final TextTable table = new TextTable(2);
  private boolean isEmpty = true;

  PredictionTable(List<String> classNames, PrintStream out) {
    this.classNames = List.copyOf(classNames);
    this.out = out;
    List<String> header = new ArrayList<>(List.of("FILE", "CLASS"));
    header.addAll(classNames);
    table.add(header);
  }

  @Override
  public void print(String name, Prediction prediction, Optional<String> warning) {
    List<String> row = new ArrayList<>(List.of(name, classNames.get(prediction.best())));
    for (float probability : prediction.probabilities()) {
      row.add(String.format(Locale.ROOT, "%.4f", probability));
    }
    table.add(row);
    isEmpty = false;
  }

  @Override
  public void end() {
    if (!isEmpty) {
      table.print(out);
    }
  }
}
