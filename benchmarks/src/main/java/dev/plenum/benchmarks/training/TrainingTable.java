package dev.plenum.benchmarks.training;

import dev.plenum.report.page.Figures;
import dev.plenum.report.page.TextTable;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The results as a table, medians over the rounds. */
final class TrainingTable {
  private TrainingTable() {}

  static void print(List<TrainingResult> results, PrintStream out) {
    TextTable table = new TextTable(2);
    table.add(List.of(
        "NETWORK",
        "BACKEND",
        "THREADS",
        "FIRST S",
        "EPOCH S",
        "IMAGES/S",
        "GFLOP/S",
        "OF PEAK",
        "AUGMENTED",
        "INFER S",
        "BYTES/STEP",
        "GCS",
        "START S"));
    results.forEach(result -> table.add(row(result)));
    table.print(out);
  }

  private static List<String> row(TrainingResult result) {
    TrainingCell cell = result.cell();
    return List.of(
        cell.network().name(),
        cell.backend(),
        String.valueOf(cell.threads()),
        Figures.significant(result.medianOf(CellMeasures::firstEpochSeconds)),
        Figures.significant(result.medianOf(CellMeasures::steadyEpochSeconds)),
        Figures.count(Math.round(result.medianOf(CellMeasures::imagesPerSecond))),
        Figures.significant(result.median(round -> round.gigaflops(cell))),
        percent(result.median(round -> round.fractionOfPeak(cell))),
        String.format(Locale.ROOT, "x %.2f", result.medianOf(CellMeasures::augmentedRatio)),
        Figures.significant(result.medianOf(CellMeasures::typicalInferenceSeconds)),
        Figures.count(Math.round(result.medianOf(CellMeasures::bytesPerStep))),
        Figures.significant(result.medianOf(CellMeasures::collections)),
        Figures.significant(result.medianOf(CellMeasures::startupSeconds)));
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
  }
}
