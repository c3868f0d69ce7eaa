package dev.plenum.api.optimizer;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateOptionsTest {
  private static final List<OptimizerSpec> OPTIMIZERS =
      List.of(Adam.defaults(), RMSprop.defaults(), Sgd.defaults());

  @Test
  void noOptimizerHasOptionsAtFirstButAdamWDecays() {
    OPTIMIZERS.forEach(each -> assertEquals(UpdateOptions.NONE, each.options()));
    assertEquals(Adam.defaults().options(UpdateOptions.NONE.weightDecay(0.004)), AdamW.defaults());
  }

  @Test
  void eachSettingChangesNothingElse() {
    assertEquals(
        new UpdateOptions(
            new Clipping(Clipping.Kind.NORM, 2), 0.1, List.of("bias"), Optional.of(0.9)),
        UpdateOptions.NONE.ema(0.9).weightDecay(0.1, "bias").clipping(Clipping.Kind.NORM, 2));
  }

  @Test
  void everyOptimizerTakesThemAndKeepsThemWithAnotherLearningRate() {
    UpdateOptions options = UpdateOptions.NONE.ema(0.9);
    for (OptimizerSpec each : OPTIMIZERS) {
      OptimizerSpec changed = each.options(options).learningRate(0.5);
      assertEquals(options, changed.options());
      assertEquals(0.5, changed.learningRate());
      assertEquals(each.slots(), changed.slots(), "averages are no slots of the formula");
    }
  }

  @Test
  void arraysWhoseNamesContainAnExcludedPartDoNotDecay() {
    UpdateOptions options = UpdateOptions.NONE.weightDecay(0.1, "bias", "conv2d_1/");
    assertEquals(0.1, options.decayOf("conv2d/kernel"));
    assertEquals(0, options.decayOf("conv2d/bias"));
    assertEquals(0, options.decayOf("conv2d_1/kernel"));
    assertEquals(0.1, options.decayOf("conv2d_10/kernel"));
    assertEquals(0, UpdateOptions.NONE.decayOf("conv2d/kernel"));
  }

  @Test
  void exclusionWithoutDecayIsRefused() {
    assertRefused(
        () -> UpdateOptions.NONE.weightDecay(0, "bias"), "nothing can be excluded", "bias");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void otherDecaysAreRefused(double decay) {
    assertRefused(() -> UpdateOptions.NONE.weightDecay(decay), "weight decay", "found " + decay);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void otherMomentaOfAveragesAreRefused(double momentum) {
    assertRefused(() -> UpdateOptions.NONE.ema(momentum), "momentum", "found " + momentum);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void otherLimitsAreRefused(double limit) {
    assertRefused(
        () -> UpdateOptions.NONE.clipping(Clipping.Kind.VALUE, limit), "limit", "found " + limit);
  }
}
