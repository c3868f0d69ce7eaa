package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {
  private static final float[] LOGITS = {9, 1, -2, 0.5f, 9};

  /** −ln softmax of the three logits in the middle. */
  private static double surprise(int label) {
    double sum = Math.exp(1) + Math.exp(-2) + Math.exp(0.5);
    return Math.log(sum) - LOGITS[1 + label];
  }

  @Test
  void withoutSmoothingItIsTheSurpriseAboutTheLabel() {
    assertEquals(new Loss(0), Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
    for (int label = 0; label < 3; label++) {
      assertEquals(
          surprise(label), Loss.SPARSE_CATEGORICAL_CROSSENTROPY.of(LOGITS, 1, 3, label), 1e-12);
    }
  }

  @Test
  void smoothingMixesInTheMeanOverAllClasses() {
    double mean = (surprise(0) + surprise(1) + surprise(2)) / 3;
    for (int label = 0; label < 3; label++) {
      assertEquals(
          0.9 * surprise(label) + 0.1 * mean, new Loss(0.1).of(LOGITS, 1, 3, label), 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void otherSmoothingIsRefused(double smoothing) {
    assertRefused(() -> new Loss(smoothing), "label smoothing", "found " + smoothing);
  }
}
