package dev.plenum.experiment.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.experiment.Thrown;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptimizersTest {
  private static OptimizerSpec optimizer(Map<Parameter<?>, String> options) {
    return Optimizers.of(Loaded.parameters(options));
  }

  private static String refusal(Map<Parameter<?>, String> options) {
    return Thrown.message(IllegalArgumentException.class, () -> optimizer(options));
  }

  @Test
  void whatIsLeftOutIsKerassDefault() {
    assertEquals(Adam.defaults(), optimizer(Map.of()));
    assertEquals(RMSprop.defaults(), optimizer(Map.of(RecipeParameters.OPTIMIZER, "rmsprop")));
    assertEquals(Sgd.defaults(), optimizer(Map.of(RecipeParameters.OPTIMIZER, "sgd")));
  }

  @Test
  void everyParameterOfEachOptimizerCanBeSet() {
    assertEquals(
        new Adam(0.01, 0.8, 0.99, 1e-5),
        optimizer(Map.of(
            RecipeParameters.LEARNING_RATE, "0.01",
            RecipeParameters.BETA_1, "0.8",
            RecipeParameters.BETA_2, "0.99",
            RecipeParameters.EPSILON, "1e-5")));
    assertEquals(
        new RMSprop(0.01, 0.8, 0.7, 1e-5, true),
        optimizer(Map.of(
            RecipeParameters.OPTIMIZER, "rmsprop",
            RecipeParameters.LEARNING_RATE, "0.01",
            RecipeParameters.RHO, "0.8",
            RecipeParameters.MOMENTUM, "0.7",
            RecipeParameters.EPSILON, "1e-5",
            RecipeParameters.CENTERED, "true")));
    assertEquals(
        new Sgd(0.1, 0.9, true),
        optimizer(Map.of(
            RecipeParameters.OPTIMIZER, "sgd",
            RecipeParameters.LEARNING_RATE, "0.1",
            RecipeParameters.MOMENTUM, "0.9",
            RecipeParameters.NESTEROV, "true")));
  }

  @Test
  void aSettingThatTheOptimizerHasNotIsRefusedWithThoseThatItHas() {
    assertEquals(
        "momentum: adam has no such setting; it has learning-rate, beta-1, beta-2, epsilon",
        refusal(Map.of(RecipeParameters.MOMENTUM, "0.9")));
    assertEquals(
        "beta-1: sgd has no such setting; it has learning-rate, momentum, nesterov",
        refusal(Map.of(RecipeParameters.OPTIMIZER, "sgd", RecipeParameters.BETA_1, "0.9")));
  }

  @Test
  void aValueOutOfRangeIsRefusedByItsName() {
    assertEquals(
        "momentum: sgd: the momentum must be at least 0 and less than 1, found 1.0",
        refusal(Map.of(RecipeParameters.OPTIMIZER, "sgd", RecipeParameters.MOMENTUM, "1")));
    assertEquals(
        "nesterov: sgd: Nesterov needs a momentum greater than 0",
        refusal(Map.of(RecipeParameters.OPTIMIZER, "sgd", RecipeParameters.NESTEROV, "true")));
  }
}
