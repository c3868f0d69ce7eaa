package dev.plenum.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.experiment.statistics.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreRangeTest {
  private static Sample sample(Double... values) {
    return new Sample(List.of(values));
  }

  @Test
  void theRangeHoldsAllErrorBarsBetweenRoundNumbers() {
    ScoreRange range = ScoreRange.of(List.of(sample(0.97, 0.99), sample(0.975)));
    assertEquals(0.96, range.low(), 1e-9);
    assertEquals(1.0, range.high(), 1e-9);
  }

  @Test
  void equalScoresHaveARangeToo() {
    ScoreRange range = ScoreRange.of(List.of(sample(0.98, 0.98), sample(0.98)));
    assertTrue(range.low() < 0.98 && 0.98 < range.high(), range.toString());
  }
}
