package dev.plenum.experiment.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.callback.ReduceLROnPlateau;
import dev.plenum.experiment.Thrown;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlateausTest {
  private static Optional<Map<String, Object>> plateau(Map<Parameter<?>, String> options) {
    return Plateaus.of(Loaded.parameters(options)).map(ReduceLROnPlateau::describe);
  }

  @Test
  void theLearningRateStaysUnlessAnOptionSwitchesTheReductionOn() {
    assertEquals(Optional.empty(), plateau(Map.of()));
  }

  @Test
  void theSwitchIsTheReferenceExperimentsReduction() {
    assertEquals(
        Optional.of(Map.of(
            "name",
            "ReduceLROnPlateau",
            "monitor",
            "val_accuracy",
            "patience",
            3,
            "factor",
            0.5,
            "mode",
            "auto",
            "min_delta",
            1e-4,
            "cooldown",
            0,
            "min_lr",
            1e-5)),
        plateau(Map.of(RecipeParameters.REDUCE_LR, "true")));
  }

  @Test
  void anOptionAloneSwitchesOnKerassReductionWithItsDefaults() {
    assertEquals(
        Optional.of(ReduceLROnPlateau.monitor("val_loss").patience(2).describe()),
        plateau(Map.of(RecipeParameters.LR_PATIENCE, "2")));
    assertEquals(
        Optional.of(ReduceLROnPlateau.monitor("loss").describe()),
        plateau(Map.of(RecipeParameters.LR_MONITOR, "loss", RecipeParameters.VALIDATION, "0")));
  }

  @Test
  void otherMetricsCanBeMonitored() {
    assertEquals(
        Optional.of(ReduceLROnPlateau.monitor("val_macro_f1").describe()),
        plateau(Map.of(
            RecipeParameters.LR_MONITOR, "val_macro_f1", RecipeParameters.METRICS, "macro_f1")));
  }

  @Test
  void optionsChangeTheReferenceExperimentsReduction() {
    assertEquals(
        Optional.of(ReduceLROnPlateau.monitor("val_loss")
            .patience(3)
            .factor(0.2)
            .minDelta(0.001)
            .cooldown(1)
            .minLr(1e-6)
            .describe()),
        plateau(Map.of(
            RecipeParameters.REDUCE_LR, "true",
            RecipeParameters.LR_MONITOR, "val_loss",
            RecipeParameters.LR_FACTOR, "0.2",
            RecipeParameters.LR_MIN_DELTA, "0.001",
            RecipeParameters.LR_COOLDOWN, "1",
            RecipeParameters.MIN_LR, "1e-6")));
  }

  @Test
  void whatCannotBeIsRefusedByItsName() {
    String factor = Thrown.message(
        IllegalArgumentException.class, () -> plateau(Map.of(RecipeParameters.LR_FACTOR, "1")));
    assertTrue(factor.startsWith("lr-factor: ReduceLROnPlateau: the factor must be"), factor);
    String unmeasured = Thrown.message(
        IllegalArgumentException.class,
        () -> plateau(Map.of(RecipeParameters.LR_PATIENCE, "2", RecipeParameters.VALIDATION, "0")));
    assertTrue(unmeasured.startsWith("lr-patience: "), unmeasured);
    assertTrue(unmeasured.contains("choose a validation greater than 0"), unmeasured);
  }
}
