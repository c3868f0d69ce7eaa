package dev.plenum.experiment.parameter;

import dev.plenum.api.Callback;
import dev.plenum.api.callback.CosineDecay;
import dev.plenum.api.callback.LearningRateScheduler;
import dev.plenum.api.callback.OneCycle;
import dev.plenum.api.callback.StepDecay;
import dev.plenum.api.optimizer.OptimizerSpec;
import java.util.Optional;

/** The schedules of the learning rate, each with the parameters that it has. */
final class Schedules {
  private static final double WARMUP_DIVISOR = 100;

  private static final Changes<StepDecay> STEP = new Changes<StepDecay>()
      .with(RecipeParameters.SCHEDULE_FACTOR, StepDecay::factor)
      .with(RecipeParameters.SCHEDULE_EPOCHS, StepDecay::epochs);

  private static final Changes<CosineDecay> COSINE = new Changes<CosineDecay>()
      .with(RecipeParameters.SCHEDULE_ALPHA, CosineDecay::alpha)
      .with(RecipeParameters.WARMUP_STEPS, Schedules::warmup)
      .with(RecipeParameters.WARMUP_FROM, Schedules::warmupFrom);

  private static final Changes<OneCycle> ONE_CYCLE = new Changes<OneCycle>()
      .with(RecipeParameters.WARMUP_FRACTION, OneCycle::warmupFraction)
      .with(RecipeParameters.DIV_FACTOR, OneCycle::divFactor)
      .with(RecipeParameters.FINAL_DIV_FACTOR, OneCycle::finalDivFactor);

  private Schedules() {}

  /**
   * The schedule that the parameters ask for, if they do.
   *
   * @param optimizer whose learning rate it starts from
   * @throws RuntimeException that of {@link Parameters#refuse} if it has not all that is chosen, or a
   *     value is out of range
   */
  static Optional<Callback> of(Parameters parameters, OptimizerSpec optimizer) {
    Optional<String> name = parameters.find(RecipeParameters.SCHEDULE);
    if (name.isEmpty()) {
      requireNone(parameters);
    }
    double rate = optimizer.learningRate();
    return name.map(chosen -> switch (chosen) {
      case "step" ->
        LearningRateScheduler.perEpoch(
            changed(new StepDecay(rate, 0.5, 10), STEP, parameters, chosen));
      case "cosine" ->
        LearningRateScheduler.perStep(changed(CosineDecay.from(rate), COSINE, parameters, chosen));
      default ->
        LearningRateScheduler.perStep(changed(OneCycle.upTo(rate), ONE_CYCLE, parameters, chosen));
    });
  }

  private static <T> T changed(T start, Changes<T> changes, Parameters parameters, String name) {
    return changes.applyAlone(
        start, parameters, Part.SCHEDULE, RecipeParameters.SCHEDULE, "the schedule " + name);
  }

  private static void requireNone(Parameters parameters) {
    RecipeParameters.in(Part.SCHEDULE).stream()
        .filter(parameters::isChosen)
        .findFirst()
        .ifPresent(key -> {
          throw parameters.refuse(
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
