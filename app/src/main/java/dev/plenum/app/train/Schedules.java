package dev.plenum.app.train;

import dev.plenum.api.Callback;
import dev.plenum.api.callback.CosineDecay;
import dev.plenum.api.callback.LearningRateScheduler;
import dev.plenum.api.callback.OneCycle;
import dev.plenum.api.callback.StepDecay;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import java.util.Optional;

/** The schedules of the learning rate, each with the settings that it has. */
final class Schedules {
  private static final double WARMUP_DIVISOR = 100;

  private static final Changes<StepDecay> STEP = new Changes<StepDecay>()
      .with(Keys.SCHEDULE_FACTOR, StepDecay::factor)
      .with(Keys.SCHEDULE_EPOCHS, StepDecay::epochs);

  private static final Changes<CosineDecay> COSINE = new Changes<CosineDecay>()
      .with(Keys.SCHEDULE_ALPHA, CosineDecay::alpha)
      .with(Keys.WARMUP_STEPS, Schedules::warmup)
      .with(Keys.WARMUP_FROM, Schedules::warmupFrom);

  private static final Changes<OneCycle> ONE_CYCLE = new Changes<OneCycle>()
      .with(Keys.WARMUP_FRACTION, OneCycle::warmupFraction)
      .with(Keys.DIV_FACTOR, OneCycle::divFactor)
      .with(Keys.FINAL_DIV_FACTOR, OneCycle::finalDivFactor);

  private Schedules() {}

  /**
   * The schedule that the settings ask for, if they do.
   *
   * @param optimizer whose learning rate it starts from
   * @throws UsageException if it has not all that is set, or a value is out of range
   */
  static Optional<Callback> of(Settings settings, OptimizerSpec optimizer) {
    Optional<String> name = settings.find(Keys.SCHEDULE);
    if (name.isEmpty()) {
      requireNone(settings);
    }
    double rate = optimizer.learningRate();
    return name.map(chosen -> switch (chosen) {
      case "step" ->
        LearningRateScheduler.perEpoch(
            changed(new StepDecay(rate, 0.5, 10), STEP, settings, chosen));
      case "cosine" ->
        LearningRateScheduler.perStep(changed(CosineDecay.from(rate), COSINE, settings, chosen));
      default ->
        LearningRateScheduler.perStep(changed(OneCycle.upTo(rate), ONE_CYCLE, settings, chosen));
    });
  }

  private static <T> T changed(T start, Changes<T> changes, Settings settings, String name) {
    return changes.applyAlone(
        start, settings, Group.SCHEDULE, Keys.SCHEDULE, "the schedule " + name);
  }

  private static void requireNone(Settings settings) {
    Keys.in(Group.SCHEDULE).stream().filter(settings::isChosen).findFirst().ifPresent(key -> {
      throw settings.refuse(
          key,
          "it has no effect without a schedule: choose the schedule that has it, or leave it out");
    });
  }

  private static CosineDecay warmup(CosineDecay decay, int steps) {
    return decay.warmup(decay.learningRate() / WARMUP_DIVISOR, steps);
  }

  private static CosineDecay warmupFrom(CosineDecay decay, double rate) {
    if (decay.warmupSteps() == 0) {
      throw new IllegalArgumentException("there is no warm-up: set warmup-steps, or leave it out");
    }
    return decay.warmup(rate, decay.warmupSteps());
  }
}
