package dev.plenum.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.UsageException;
import dev.plenum.experiment.Thrown;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptimizersTest {
  private static OptimizerSpec optimizer(Map<Key, String> options) {
    return Optimizers.of(Loaded.settings(options));
  }

  private static String refusal(Map<Key, String> options) {
    return Thrown.message(UsageException.class, () -> optimizer(options));
  }

  @Test
  void whatIsLeftOutIsKerassDefault() {
    assertEquals(Adam.defaults(), optimizer(Map.of()));
    assertEquals(RMSprop.defaults(), optimizer(Map.of(Key.OPTIMIZER, "rmsprop")));
    assertEquals(Sgd.defaults(), optimizer(Map.of(Key.OPTIMIZER, "sgd")));
  }

  @Test
  void everyParameterOfEachOptimizerCanBeSet() {
    assertEquals(
        new Adam(0.01, 0.8, 0.99, 1e-5),
        optimizer(Map.of(
            Key.LEARNING_RATE, "0.01",
            Key.BETA_1, "0.8",
            Key.BETA_2, "0.99",
            Key.EPSILON, "1e-5")));
    assertEquals(
        new RMSprop(0.01, 0.8, 0.7, 1e-5, true),
        optimizer(Map.of(
            Key.OPTIMIZER, "rmsprop",
            Key.LEARNING_RATE, "0.01",
            Key.RHO, "0.8",
            Key.MOMENTUM, "0.7",
            Key.EPSILON, "1e-5",
            Key.CENTERED, "true")));
    assertEquals(
        new Sgd(0.1, 0.9, true),
        optimizer(Map.of(
            Key.OPTIMIZER, "sgd",
            Key.LEARNING_RATE, "0.1",
            Key.MOMENTUM, "0.9",
            Key.NESTEROV, "true")));
  }

  @Test
  void aSettingThatTheOptimizerHasNotIsRefusedWithThoseThatItHas() {
    assertEquals(
        "momentum: adam has no such setting; it has learning-rate, beta-1, beta-2, epsilon (option --momentum)",
        refusal(Map.of(Key.MOMENTUM, "0.9")));
    assertEquals(
        "beta-1: sgd has no such setting; it has learning-rate, momentum, nesterov (option --beta-1)",
        refusal(Map.of(Key.OPTIMIZER, "sgd", Key.BETA_1, "0.9")));
  }

  @Test
  void aValueOutOfRangeIsRefusedByItsName() {
    assertEquals(
        "momentum: sgd: the momentum must be at least 0 and less than 1, found 1.0 (option --momentum)",
        refusal(Map.of(Key.OPTIMIZER, "sgd", Key.MOMENTUM, "1")));
    assertEquals(
        "nesterov: sgd: Nesterov needs a momentum greater than 0 (option --nesterov)",
        refusal(Map.of(Key.OPTIMIZER, "sgd", Key.NESTEROV, "true")));
  }
}
