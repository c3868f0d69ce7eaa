package dev.plenum.api.metric;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.metric.Metric.Accumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopKAccuracyTest {
  private static final float NAN = Float.NaN;

  /** Five images of four classes; the true class is the 1st, 2nd, 3rd, 4th, 2nd most probable one. */
  private static final float[] PROBABILITIES = {
    0.7f, 0.1f, 0.15f, 0.05f,
    0.6f, 0.3f, 0.06f, 0.04f,
    0.5f, 0.3f, 0.15f, 0.05f,
    0.4f, 0.3f, 0.2f, 0.1f,
    0.1f, 0.2f, 0.3f, 0.4f,
  };

  private static final int[] LABELS = {0, 1, 2, 3, 2};

  @ParameterizedTest
  @CsvSource({"1, 0.2", "2, 0.6", "3, 0.8", "4, 1"})
  void isTheShareOfImagesWhoseClassIsAmongTheMostProbable(int k, double expected) {
    Accumulator accumulator = TopKAccuracy.of(k).accumulator(4);
    for (int i = 0; i < LABELS.length; i++) {
      accumulator.add(PROBABILITIES, 4 * i, LABELS[i], 0);
    }
    assertEquals(expected, accumulator.value());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 0", "3, 0"})
  void ofEqualProbabilitiesTheFirstIsTheMoreProbable(int label, double expected) {
    assertEquals(expected, ofOne(2, label, 0.25f, 0.25f, 0.25f, 0.25f));
  }

  @Test
  void whatIsNoNumberIsNeverRight() {
    for (int label = 0; label < 3; label++) {
      assertEquals(0, ofOne(3, label, NAN, NAN, NAN));
    }
  }

  private static double ofOne(int k, int label, float... probabilities) {
    Accumulator accumulator = TopKAccuracy.of(k).accumulator(probabilities.length);
    accumulator.add(probabilities, 0, label, 0);
    return accumulator.value();
  }

  @Test
  void withoutImagesItIsNotDefined() {
    assertTrue(Double.isNaN(TopKAccuracy.of(1).accumulator(2).value()));
  }

  @Test
  void saysWhatItIs() {
    TopKAccuracy metric = TopKAccuracy.of(5);
    assertEquals("top_5_accuracy", metric.name());
    assertTrue(metric.isHigherBetter());
    assertEquals("{name=TopKAccuracy, k=5}", metric.describe().toString());
  }

  @Test
  void whatCannotBeIsRefused() {
    assertRefused(() -> TopKAccuracy.of(0), "at least 1, found 0");
    assertRefused(
        () -> TopKAccuracy.of(5).accumulator(4),
        "top_5_accuracy needs at least 5 classes",
        "are 4");
  }
}
