package dev.plenum.api.optimizer;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RMSpropTest {
  @Test
  void hasKerasDefaults() {
    assertEquals(new RMSprop(0.001, 0.9, 0, 1e-7, false), RMSprop.defaults());
    assertEquals("rmsprop", RMSprop.defaults().name());
  }

  @Test
  void keepsOnlyWhatItNeeds() {
    assertEquals(List.of("v"), RMSprop.defaults().slots());
    assertEquals(List.of("v", "a"), RMSprop.defaults().centered(true).slots());
    assertEquals(List.of("v", "b"), RMSprop.defaults().momentum(0.9).slots());
    assertEquals(
        List.of("v", "a", "b"), RMSprop.defaults().centered(true).momentum(0.9).slots());
  }

  @Test
  void eachSettingChangesNothingElse() {
    assertEquals(
        new RMSprop(0.5, 0.9, 0.7, 1e-7, true),
        RMSprop.defaults().momentum(0.7).centered(true).learningRate(0.5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void learningRateAndEpsilonMustBePositiveAndFinite(double value) {
    String found = "found " + value;
    assertRefused(() -> RMSprop.defaults().learningRate(value), "rmsprop", "learning rate", found);
    assertRefused(() -> new RMSprop(0.1, 0.9, 0, value, false), "rmsprop", "epsilon", found);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void rhoAndMomentumMustBeFractions(double value) {
    String found = "found " + value;
    assertRefused(() -> new RMSprop(0.1, value, 0, 1e-7, false), "rmsprop", "rho", found);
    assertRefused(() -> RMSprop.defaults().momentum(value), "rmsprop", "momentum", found);
  }
}
