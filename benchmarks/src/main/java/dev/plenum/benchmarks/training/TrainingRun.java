package dev.plenum.benchmarks.training;

import dev.plenum.benchmarks.peak.PeakCommand;
import dev.plenum.persistence.JsonObject;
import dev.plenum.report.page.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Trains all cells, each in a JVM of its own, one after the other; then all of them again in the next
 * round, so that a machine that becomes slower or faster does so for all.
 */
final class TrainingRun {
  private final TrainingSettings settings;
  private final PrintStream err;
  private final Map<TrainingCell, List<TrainingRound>> rounds = new LinkedHashMap<>();
  private final List<TrainingFailure> failures = new ArrayList<>();

  /** A run that reports its progress. */
  TrainingRun(TrainingSettings settings, PrintStream err) {
    this.settings = settings;
    this.err = err;
  }

  /**
   * Runs it.
   *
   * @throws IOException if a process cannot be started
   */
  void run(List<TrainingCell> cells, int count) throws IOException {
    for (int round = 1; round <= count; round++) {
      for (int i = 0; i < cells.size(); i++) {
        err.printf(
            Locale.ROOT,
            "[%d/%d] %s: ",
            (round - 1) * cells.size() + i + 1,
            count * cells.size(),
            cells.get(i));
        err.flush();
        err.println(run(cells.get(i), round));
      }
    }
  }

  /** What there is to say about it. */
  private String run(TrainingCell cell, int round) throws IOException {
    try {
      double peak =
          PeakCommand.gigaflops(ChildMeasurement.run(PeakCommand.commandLine(cell.threads())));
      JsonObject measured = ChildMeasurement.run(CellCommand.commandLine(cell, settings));
      TrainingRound result = TrainingRound.of(peak, measured);
      rounds.computeIfAbsent(cell, key -> new ArrayList<>()).add(result);
      return "%s s an epoch, peak %s GFLOP/s"
          .formatted(
              Figures.significant(result.measures().steadyEpochSeconds()),
              Figures.significant(result.peakGigaflops()));
    } catch (MeasurementFailedException e) {
      String reason = String.valueOf(e.getMessage());
      failures.add(new TrainingFailure(cell, round, reason, e.lastLines()));
      return "failed: %s%n%s".formatted(reason, String.join("\n", e.lastLines()));
    }
  }

  /** What came out, in the order of the cells. */
  List<TrainingResult> results() {
    return rounds.entrySet().stream()
        .map(entry -> new TrainingResult(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** What did not. */
  List<TrainingFailure> failures() {
    return List.copyOf(failures);
  }
}
