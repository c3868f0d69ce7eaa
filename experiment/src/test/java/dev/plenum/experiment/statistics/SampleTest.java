package dev.plenum.experiment.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static final Sample ONE_TO_FIVE = new Sample(List.of(4.0, 1.0, 5.0, 2.0, 3.0));

  @Test
  void meanDeviationAndMedianAreThoseOfTheTextbook() {
    assertEquals(3, ONE_TO_FIVE.mean(), 1e-12);
    assertEquals(Math.sqrt(2.5), ONE_TO_FIVE.standardDeviation(), 1e-12);
    assertEquals(3, ONE_TO_FIVE.median(), 1e-12);
    assertEquals(1, ONE_TO_FIVE.min());
    assertEquals(5, ONE_TO_FIVE.max());
  }

  @Test
  void theIntervalHasStudentsFactor() {
    Interval interval = ONE_TO_FIVE.confidence().orElseThrow();
    double half = 2.7764451 * Math.sqrt(2.5) / Math.sqrt(5); // t for 4 degrees of freedom
    assertEquals(3 - half, interval.low(), 1e-6);
    assertEquals(3 + half, interval.high(), 1e-6);
    assertTrue(interval.contains(3));
  }

  @Test
  void theIntervalOfTwoValuesIsWide() {
    Interval interval = new Sample(List.of(0.0, 2.0)).confidence().orElseThrow();
    assertEquals(12.7062047, interval.high() - 1, 1e-6); // t for 1 degree of freedom
  }

  @Test
  void aSingleValueHasNoInterval() {
    Sample single = new Sample(List.of(7.0));
    assertEquals(7, single.mean());
    assertEquals(0, single.standardDeviation());
    assertTrue(single.confidence().isEmpty());
  }

  @Test
  void anEmptySampleIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Sample(List.of()));
  }

  @Test
  void ratiosAreAveragedGeometrically() {
    Ratio ratio = Ratio.of(List.of(8.0, 2.0), List.of(1.0, 1.0));
    assertEquals(4, ratio.mean(), 1e-12);
    assertEquals(0.25, ratio.inverse().mean(), 1e-12);
    Interval interval = ratio.confidence().orElseThrow();
    assertEquals(16, interval.low() * interval.high(), 1e-9);
  }

  @Test
  void theIntervalOfEqualRatiosIsAPoint() {
    Interval interval =
        Ratio.of(List.of(3.0, 6.0), List.of(1.0, 2.0)).confidence().orElseThrow();
    assertEquals(3, interval.low(), 1e-12);
    assertEquals(3, interval.high(), 1e-12);
  }

  @Test
  void oneSlowMeasurementDoesNotMoveTheRatioInTheMiddle() {
    Ratio ratio = Ratio.of(List.of(2.0, 2.2, 1.8), List.of(100.0, 2.0, 2.0));
    assertEquals(0.9, ratio.median(), 1e-12);
    assertEquals(0.27, ratio.mean(), 0.01);
  }
}
