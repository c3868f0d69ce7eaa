package dev.plenum.app.train;

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
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.UsageException;
import dev.plenum.experiment.Thrown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallbacksTest {
  private static final double RATE = 0.05;

  private static List<Map<String, Object>> callbacks(Map<Key<?>, String> options) {
    return Callbacks.of(Loaded.settings(options), Sgd.defaults().learningRate(RATE)).stream()
        .map(Callback::describe)
        .toList();
  }

  private static void assertCallback(Callback expected, Map<Key<?>, String> options) {
    assertEquals(List.of(expected.describe()), callbacks(options));
  }

  private static String refusal(Map<Key<?>, String> options) {
    return Thrown.message(UsageException.class, () -> callbacks(options));
  }

  @Test
  void thereAreNoneUnlessAnOptionSwitchesOneOn() {
    assertEquals(List.of(), callbacks(Map.of()));
    assertEquals(
        List.of(), callbacks(Map.of(Keys.EARLY_STOPPING, "false", Keys.TERMINATE_ON_NAN, "false")));
  }

  @Test
  void anOptionOfEarlyStoppingSwitchesOnKerassWithItsDefaults() {
    assertCallback(EarlyStopping.monitor("val_loss"), Map.of(Keys.EARLY_STOPPING, "true"));
    assertCallback(EarlyStopping.monitor("val_loss").patience(5), Map.of(Keys.STOP_PATIENCE, "5"));
    assertCallback(EarlyStopping.monitor("loss"), Map.of(Keys.STOP_MONITOR, "loss"));
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
            Keys.STOP_MONITOR, "val_accuracy",
            Keys.STOP_PATIENCE, "2",
            Keys.STOP_MIN_DELTA, "0.001",
            Keys.STOP_BASELINE, "0.9",
            Keys.STOP_FROM_EPOCH, "3",
            Keys.RESTORE_BEST, "true"));
  }

  @Test
  void schedulesBeginWithTheOptimizersLearningRate() {
    assertCallback(
        LearningRateScheduler.perEpoch(new StepDecay(RATE, 0.5, 10)),
        Map.of(Keys.SCHEDULE, "step"));
    assertCallback(
        LearningRateScheduler.perStep(CosineDecay.from(RATE)), Map.of(Keys.SCHEDULE, "cosine"));
    assertCallback(
        LearningRateScheduler.perStep(OneCycle.upTo(RATE)), Map.of(Keys.SCHEDULE, "one-cycle"));
  }

  @Test
  void everyParameterOfAScheduleCanBeSet() {
    assertCallback(
        LearningRateScheduler.perEpoch(new StepDecay(RATE, 0.2, 3)),
        Map.of(Keys.SCHEDULE, "step", Keys.SCHEDULE_FACTOR, "0.2", Keys.SCHEDULE_EPOCHS, "3"));
    assertCallback(
        LearningRateScheduler.perStep(CosineDecay.from(RATE).alpha(0.1).warmup(0.001, 20)),
        Map.of(
            Keys.SCHEDULE, "cosine",
            Keys.SCHEDULE_ALPHA, "0.1",
            Keys.WARMUP_STEPS, "20",
            Keys.WARMUP_FROM, "0.001"));
    assertCallback(
        LearningRateScheduler.perStep(CosineDecay.from(RATE).warmup(RATE / 100, 20)),
        Map.of(Keys.SCHEDULE, "cosine", Keys.WARMUP_STEPS, "20"));
    assertCallback(
        LearningRateScheduler.perStep(new OneCycle(RATE, 0.4, 10, 100)),
        Map.of(
            Keys.SCHEDULE, "one-cycle",
            Keys.WARMUP_FRACTION, "0.4",
            Keys.DIV_FACTOR, "10",
            Keys.FINAL_DIV_FACTOR, "100"));
  }

  @Test
  void brokenLossesCanEndATraining() {
    assertCallback(TerminateOnNaN.instance(), Map.of(Keys.TERMINATE_ON_NAN, "true"));
  }

  @Test
  void aScheduleAndAReductionContradictEachOther() {
    for (Key<?> reduction : List.of(Keys.REDUCE_LR, Keys.LR_PATIENCE)) {
      String value = reduction.isFlag() ? "true" : "2";
      String message = refusal(Map.of(Keys.SCHEDULE, "cosine", reduction, value));
      assertTrue(message.startsWith("schedule: "), message);
      assertTrue(message.contains("reduce-lr"), message);
    }
  }

  @Test
  void whatAScheduleDoesNotHaveIsRefusedByName() {
    String other = refusal(Map.of(Keys.SCHEDULE, "step", Keys.WARMUP_STEPS, "20"));
    assertTrue(other.startsWith("warmup-steps: the schedule step has no such setting"), other);
    assertTrue(other.contains("schedule-factor, schedule-epochs"), other);
    String none = refusal(Map.of(Keys.WARMUP_STEPS, "20"));
    assertTrue(none.startsWith("warmup-steps: it has no effect without a schedule"), none);
    String noWarmup = refusal(Map.of(Keys.SCHEDULE, "cosine", Keys.WARMUP_FROM, "0.001"));
    assertTrue(noWarmup.startsWith("warmup-from: there is no warm-up"), noWarmup);
    String range = refusal(Map.of(Keys.SCHEDULE, "cosine", Keys.SCHEDULE_ALPHA, "2"));
    assertTrue(range.startsWith("schedule-alpha: cosine decay"), range);
  }

  @Test
  void whatIsNotMeasuredCannotBeMonitored() {
    String message = refusal(Map.of(Keys.STOP_PATIENCE, "2", Keys.VALIDATION, "0"));
    assertTrue(message.startsWith("stop-patience: val_loss is measured on"), message);
    assertCallback(
        EarlyStopping.monitor("loss"), Map.of(Keys.STOP_MONITOR, "loss", Keys.VALIDATION, "0"));
  }
}
