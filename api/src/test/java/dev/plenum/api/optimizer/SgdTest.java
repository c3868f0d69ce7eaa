package dev.plenum.api.optimizer;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SgdTest {
  @Test
  void hasKerasDefaults() {
    assertEquals(new Sgd(0.01, 0, false), Sgd.defaults());
    assertEquals("sgd", Sgd.defaults().name());
  }

  @Test
  void keepsAVelocityOnlyWithMomentum() {
    assertEquals(List.of(), Sgd.defaults().slots());
    assertEquals(List.of("u"), Sgd.defaults().momentum(0.9).slots());
    assertEquals(List.of("u"), Sgd.defaults().momentum(0.9).nesterov(true).slots());
  }

  @Test
  void eachSettingChangesNothingElse() {
    assertEquals(
        new Sgd(0.5, 0.9, true), Sgd.defaults().momentum(0.9).nesterov(true).learningRate(0.5));
  }

  @Test
  void nesterovWithoutMomentumIsRefused() {
    assertRefused(() -> Sgd.defaults().nesterov(true), "sgd", "Nesterov", "momentum");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void learningRateMustBePositiveAndFinite(double value) {
    assertRefused(
        () -> Sgd.defaults().learningRate(value), "sgd", "learning rate", "found " + value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void momentumMustBeAFraction(double value) {
    assertRefused(() -> Sgd.defaults().momentum(value), "sgd", "momentum", "found " + value);
  }
}
