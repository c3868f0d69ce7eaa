package dev.plenum.report.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.experiment.reference.Reproductions;
import dev.plenum.report.RunHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyRangeTest {
  private static AccuracyRange range(int epochs, double first, double last, double test) {
    return AccuracyRange.of(
        List.of(
            RunHistory.of("good", Reproductions.history(40, 0.95, 0.99)).test(0.99),
            RunHistory.of("other", Reproductions.history(epochs, first, last)).test(test)),
        List.of(0.98));
  }

  @Test
  void theRangeIsTheOriginals() {
    assertEquals(new AccuracyRange(0.94, 1.005), range(40, 0.95, 0.999, 0.99));
  }

  @Test
  void aCurveMayBeginBelow() {
    assertEquals(new AccuracyRange(0.94, 1.005), range(40, 0.6, 0.999, 0.99));
  }

  @Test
  void aCurveThatWouldBeMissingMovesTheLowerLimit() {
    AccuracyRange range = range(2, 0.858, 0.97, 0.98);
    assertEquals(0.85, range.lowest(), 1e-9);
    assertEquals(1.005, range.highest());
  }

  @Test
  void aTestLineThatWouldBeMissingMovesTheLowerLimit() {
    assertEquals(0.92, range(40, 0.95, 0.999, 0.93).lowest(), 1e-9);
  }

  @Test
  void anEarlierTestThatWouldBeMissingMovesTheLowerLimit() {
    List<RunHistory> runs =
        List.of(RunHistory.of("good", Reproductions.history(40, 0.95, 0.99)).test(0.99));
    assertEquals(0.92, AccuracyRange.of(runs, List.of(0.93)).lowest(), 1e-9);
  }

  @Test
  void theAxisNeverBeginsBelowZero() {
    assertEquals(0, range(2, 0.001, 0.002, 0.001).lowest());
  }
}
