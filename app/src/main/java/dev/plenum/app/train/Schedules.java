package dev.plenum.app.train;

import dev.plenum.api.Callback;
import dev.plenum.api.callback.CosineDecay;
import dev.plenum.api.callback.LearningRateScheduler;
import dev.plenum.api.callback.OneCycle;
import dev.plenum.api.callback.StepDecay;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The schedules of the learning rate, each with the settings that it has. */
final class Schedules {
  private static final double WARMUP_DIVISOR = 100;

  private static final List<Known<?>> KNOWN = List.of(
      new Known<>(
          "step",
          rate -> new StepDecay(rate, 0.5, 10),
          new Changes<StepDecay>()
              .with(Key.SCHEDULE_FACTOR, Double.class, Schedules::factor)
              .with(Key.SCHEDULE_EPOCHS, Integer.class, Schedules::epochs),
          LearningRateScheduler::perEpoch),
      new Known<>(
          "cosine",
          CosineDecay::from,
          new Changes<CosineDecay>()
              .with(Key.SCHEDULE_ALPHA, Double.class, CosineDecay::alpha)
              .with(Key.WARMUP_STEPS, Integer.class, Schedules::warmup)
              .with(Key.WARMUP_FROM, Double.class, Schedules::warmupFrom),
          LearningRateScheduler::perStep),
      new Known<>(
          "one-cycle",
          OneCycle::upTo,
          new Changes<OneCycle>()
              .with(Key.WARMUP_FRACTION, Double.class, Schedules::warmupFraction)
              .with(Key.DIV_FACTOR, Double.class, Schedules::divFactor)
              .with(Key.FINAL_DIV_FACTOR, Double.class, Schedules::finalDivFactor),
          LearningRateScheduler::perStep));

  /**
   * A schedule.
   *
   * @param start makes it from the optimizer's learning rate
   */
  private record Known<T>(
      String name, DoubleFunction<T> start, Changes<T> changes, Function<T, Callback> callback) {

    Callback of(Settings settings, double learningRate) {
      for (Key key : Key.in(Group.SCHEDULE)) {
        if (settings.isChosen(key) && key != Key.SCHEDULE && !changes.keys().contains(key)) {
          throw settings.refuse(
              key,
              "the schedule %s has no such setting; it has %s"
                  .formatted(
                      name,
                      changes.keys().stream().map(Key::key).collect(Collectors.joining(", "))));
        }
      }
      return callback.apply(changes.apply(start.apply(learningRate), settings));
    }
  }

  private Schedules() {}

  /**
   * The schedule that the settings ask for, if they do.
   *
   * @throws UsageException if it has not all that is set, or a value is out of range
   */
  static Optional<Callback> of(Settings settings, OptimizerSpec optimizer) {
    Optional<String> name = settings.find(Key.SCHEDULE, String.class);
    if (name.isEmpty()) {
      requireNone(settings);
      return Optional.empty();
    }
    return KNOWN.stream()
        .filter(known -> known.name().equals(name.get()))
        .findFirst()
        .map(known -> known.of(settings, optimizer.learningRate()));
  }

  private static void requireNone(Settings settings) {
    Key.in(Group.SCHEDULE).stream().filter(settings::isChosen).findFirst().ifPresent(key -> {
      throw settings.refuse(
          key,
          "it has no effect without a schedule: choose the schedule that has it, or leave it out");
    });
  }

  private static StepDecay factor(StepDecay decay, double factor) {
    return new StepDecay(decay.initial(), factor, decay.epochs());
  }

  private static StepDecay epochs(StepDecay decay, int epochs) {
    return new StepDecay(decay.initial(), decay.factor(), epochs);
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

  private static OneCycle warmupFraction(OneCycle cycle, double fraction) {
    return new OneCycle(
        cycle.maxLearningRate(), fraction, cycle.divFactor(), cycle.finalDivFactor());
  }

  private static OneCycle divFactor(OneCycle cycle, double divisor) {
    return new OneCycle(
        cycle.maxLearningRate(), cycle.warmupFraction(), divisor, cycle.finalDivFactor());
  }

  private static OneCycle finalDivFactor(OneCycle cycle, double divisor) {
    return new OneCycle(
        cycle.maxLearningRate(), cycle.warmupFraction(), cycle.divFactor(), divisor);
  }
}
