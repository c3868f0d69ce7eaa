package dev.plenum.api.optimizer;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamTest {
  @Test
  void hasKerasDefaultsAndKeepsTwoMoments() {
    assertEquals(new Adam(0.001, 0.9, 0.999, 1e-7), Adam.defaults());
    assertEquals("adam", Adam.defaults().name());
    assertEquals(List.of("m", "v"), Adam.defaults().slots());
  }

  @Test
  void anotherLearningRateChangesNothingElse() {
    assertEquals(new Adam(0.5, 0.8, 0.99, 1e-3), new Adam(0.1, 0.8, 0.99, 1e-3).learningRate(0.5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.001, Double.NaN, Double.POSITIVE_INFINITY})
  void learningRateAndEpsilonMustBePositiveAndFinite(double value) {
    String found = "found " + value;
    assertRefused(() -> Adam.defaults().learningRate(value), "adam", "learning rate", found);
    assertRefused(() -> new Adam(0.1, 0.9, 0.9, value), "adam", "epsilon", found);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 2, Double.NaN})
  void betasMustBeFractions(double value) {
    String found = "found " + value;
    assertRefused(() -> new Adam(0.1, value, 0.9, 1e-7), "adam", "beta1", found);
    assertRefused(() -> new Adam(0.1, 0.9, value, 1e-7), "adam", "beta2", found);
  }
}
