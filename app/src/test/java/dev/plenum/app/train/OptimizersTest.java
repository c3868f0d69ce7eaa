package dev.plenum.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.UsageException;
import dev.plenum.experiment.Thrown;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptimizersTest {
  private static OptimizerSpec optimizer(Map<Key<?>, String> options) {
    return Optimizers.of(Loaded.settings(options));
  }

  private static String refusal(Map<Key<?>, String> options) {
    return Thrown.message(UsageException.class, () -> optimizer(options));
  }

  @Test
  void whatIsLeftOutIsKerassDefault() {
    assertEquals(Adam.defaults(), optimizer(Map.of()));
    assertEquals(RMSprop.defaults(), optimizer(Map.of(Keys.OPTIMIZER, "rmsprop")));
    assertEquals(Sgd.defaults(), optimizer(Map.of(Keys.OPTIMIZER, "sgd")));
  }

  @Test
  void everyParameterOfEachOptimizerCanBeSet() {
    assertEquals(
        new Adam(0.01, 0.8, 0.99, 1e-5),
        optimizer(Map.of(
            Keys.LEARNING_RATE, "0.01",
            Keys.BETA_1, "0.8",
            Keys.BETA_2, "0.99",
            Keys.EPSILON, "1e-5")));
    assertEquals(
        new RMSprop(0.01, 0.8, 0.7, 1e-5, true),
        optimizer(Map.of(
            Keys.OPTIMIZER, "rmsprop",
            Keys.LEARNING_RATE, "0.01",
            Keys.RHO, "0.8",
            Keys.MOMENTUM, "0.7",
            Keys.EPSILON, "1e-5",
            Keys.CENTERED, "true")));
    assertEquals(
        new Sgd(0.1, 0.9, true),
        optimizer(Map.of(
            Keys.OPTIMIZER, "sgd",
            Keys.LEARNING_RATE, "0.1",
            Keys.MOMENTUM, "0.9",
            Keys.NESTEROV, "true")));
  }

  @Test
  void aSettingThatTheOptimizerHasNotIsRefusedWithThoseThatItHas() {
    assertEquals(
        "momentum: adam has no such setting; it has learning-rate, beta-1, beta-2, epsilon (option --momentum)",
        refusal(Map.of(Keys.MOMENTUM, "0.9")));
    assertEquals(
        "beta-1: sgd has no such setting; it has learning-rate, momentum, nesterov (option --beta-1)",
        refusal(Map.of(Keys.OPTIMIZER, "sgd", Keys.BETA_1, "0.9")));
  }

  @Test
  void aValueOutOfRangeIsRefusedByItsName() {
    assertEquals(
        "momentum: sgd: the momentum must be at least 0 and less than 1, found 1.0 (option --momentum)",
        refusal(Map.of(Keys.OPTIMIZER, "sgd", Keys.MOMENTUM, "1")));
    assertEquals(
        "nesterov: sgd: Nesterov needs a momentum greater than 0 (option --nesterov)",
        refusal(Map.of(Keys.OPTIMIZER, "sgd", Keys.NESTEROV, "true")));
  }
}
