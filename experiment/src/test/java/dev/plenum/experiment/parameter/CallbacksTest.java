package dev.plenum.experiment.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Callback;
import dev.plenum.api.callback.CosineDecay;
import dev.plenum.api.callback.EarlyStopping;
import dev.plenum.api.callback.LearningRateScheduler;
import dev.plenum.api.callback.OneCycle;
import dev.plenum.api.callback.StepDecay;
import dev.plenum.api.callback.TerminateOnNaN;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.experiment.Thrown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallbacksTest {
  private static final double RATE = 0.05;

  private static List<Map<String, Object>> callbacks(Map<Parameter<?>, String> options) {
    return Callbacks.of(Loaded.parameters(options), Sgd.defaults().learningRate(RATE)).stream()
        .map(Callback::describe)
        .toList();
  }

  private static void assertCallback(Callback expected, Map<Parameter<?>, String> options) {
    assertEquals(List.of(expected.describe()), callbacks(options));
  }

  private static String refusal(Map<Parameter<?>, String> options) {
    return Thrown.message(IllegalArgumentException.class, () -> callbacks(options));
  }

  @Test
  void thereAreNoneUnlessAnOptionSwitchesOneOn() {
    assertEquals(List.of(), callbacks(Map.of()));
    assertEquals(
        List.of(),
        callbacks(Map.of(
            RecipeParameters.EARLY_STOPPING, "false", RecipeParameters.TERMINATE_ON_NAN, "false")));
  }

  @Test
  void anOptionOfEarlyStoppingSwitchesOnKerassWithItsDefaults() {
    assertCallback(
        EarlyStopping.monitor("val_loss"), Map.of(RecipeParameters.EARLY_STOPPING, "true"));
    assertCallback(
        EarlyStopping.monitor("val_loss").patience(5), Map.of(RecipeParameters.STOP_PATIENCE, "5"));
    assertCallback(EarlyStopping.monitor("loss"), Map.of(RecipeParameters.STOP_MONITOR, "loss"));
  }

  @Test
  void everyParameterOfEarlyStoppingCanBeSet() {
    assertCallback(
        EarlyStopping.monitor("val_accuracy")
            .patience(2)
            .minDelta(0.001)
            .baseline(0.9)
            .startFromEpoch(3)
            .restoreBestWeights(true),
        Map.of(
            RecipeParameters.STOP_MONITOR, "val_accuracy",
            RecipeParameters.STOP_PATIENCE, "2",
            RecipeParameters.STOP_MIN_DELTA, "0.001",
            RecipeParameters.STOP_BASELINE, "0.9",
            RecipeParameters.STOP_FROM_EPOCH, "3",
            RecipeParameters.RESTORE_BEST, "true"));
  }

  @Test
  void schedulesBeginWithTheOptimizersLearningRate() {
    assertCallback(
        LearningRateScheduler.perEpoch(new StepDecay(RATE, 0.5, 10)),
        Map.of(RecipeParameters.SCHEDULE, "step"));
    assertCallback(
        LearningRateScheduler.perStep(CosineDecay.from(RATE)),
        Map.of(RecipeParameters.SCHEDULE, "cosine"));
    assertCallback(
        LearningRateScheduler.perStep(OneCycle.upTo(RATE)),
        Map.of(RecipeParameters.SCHEDULE, "one-cycle"));
  }

  @Test
  void everyParameterOfAScheduleCanBeSet() {
    assertCallback(
        LearningRateScheduler.perEpoch(new StepDecay(RATE, 0.2, 3)),
        Map.of(
            RecipeParameters.SCHEDULE,
            "step",
            RecipeParameters.SCHEDULE_FACTOR,
            "0.2",
            RecipeParameters.SCHEDULE_EPOCHS,
            "3"));
    assertCallback(
        LearningRateScheduler.perStep(CosineDecay.from(RATE).alpha(0.1).warmup(0.001, 20)),
        Map.of(
            RecipeParameters.SCHEDULE, "cosine",
            RecipeParameters.SCHEDULE_ALPHA, "0.1",
            RecipeParameters.WARMUP_STEPS, "20",
            RecipeParameters.WARMUP_FROM, "0.001"));
    assertCallback(
        LearningRateScheduler.perStep(CosineDecay.from(RATE).warmup(RATE / 100, 20)),
        Map.of(RecipeParameters.SCHEDULE, "cosine", RecipeParameters.WARMUP_STEPS, "20"));
    assertCallback(
        LearningRateScheduler.perStep(new OneCycle(RATE, 0.4, 10, 100)),
        Map.of(
            RecipeParameters.SCHEDULE, "one-cycle",
            RecipeParameters.WARMUP_FRACTION, "0.4",
            RecipeParameters.DIV_FACTOR, "10",
            RecipeParameters.FINAL_DIV_FACTOR, "100"));
  }

  @Test
  void brokenLossesCanEndATraining() {
    assertCallback(TerminateOnNaN.instance(), Map.of(RecipeParameters.TERMINATE_ON_NAN, "true"));
  }

  @Test
  void aScheduleAndAReductionContradictEachOther() {
    for (Parameter<?> reduction :
        List.of(RecipeParameters.REDUCE_LR, RecipeParameters.LR_PATIENCE)) {
      String value = reduction.kind().equals(Kind.FLAG) ? "true" : "2";
      String message = refusal(Map.of(RecipeParameters.SCHEDULE, "cosine", reduction, value));
      assertTrue(message.startsWith("schedule: "), message);
      assertTrue(message.contains("reduce-lr"), message);
    }
  }

  @Test
  void whatAScheduleDoesNotHaveIsRefusedByName() {
    String other =
        refusal(Map.of(RecipeParameters.SCHEDULE, "step", RecipeParameters.WARMUP_STEPS, "20"));
    assertTrue(other.startsWith("warmup-steps: the schedule step has no such setting"), other);
    assertTrue(other.contains("schedule-factor, schedule-epochs"), other);
    String none = refusal(Map.of(RecipeParameters.WARMUP_STEPS, "20"));
    assertTrue(none.startsWith("warmup-steps: it has no effect without a schedule"), none);
    String noWarmup =
        refusal(Map.of(RecipeParameters.SCHEDULE, "cosine", RecipeParameters.WARMUP_FROM, "0.001"));
    assertTrue(noWarmup.startsWith("warmup-from: there is no warm-up"), noWarmup);
    String range =
        refusal(Map.of(RecipeParameters.SCHEDULE, "cosine", RecipeParameters.SCHEDULE_ALPHA, "2"));
    assertTrue(range.startsWith("schedule-alpha: cosine decay"), range);
  }

  @Test
  void whatIsNotMeasuredCannotBeMonitored() {
    String message =
        refusal(Map.of(RecipeParameters.STOP_PATIENCE, "2", RecipeParameters.VALIDATION, "0"));
    assertTrue(message.startsWith("stop-patience: val_loss is measured on"), message);
    assertCallback(
        EarlyStopping.monitor("loss"),
        Map.of(RecipeParameters.STOP_MONITOR, "loss", RecipeParameters.VALIDATION, "0"));
  }
}
