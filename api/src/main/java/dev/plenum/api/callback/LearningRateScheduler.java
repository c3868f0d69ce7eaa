package dev.plenum.api.callback;

import dev.plenum.api.Callback;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingPosition;
import dev.plenum.api.provenance.Described;
import dev.plenum.api.tensor.NamedTensors;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sets the learning rate by a schedule.
 *
 * <pre>{@code
 * LearningRateScheduler.perEpoch(new StepDecay(0.001, 0.5, 10))
 * LearningRateScheduler.perEpoch((epoch, rate) -> epoch < 10 ? rate : 0.9 * rate)
 * LearningRateScheduler.perStep(CosineDecay.from(0.001))
 * LearningRateScheduler.perStep(OneCycle.upTo(0.01))
 * }</pre>
 *
 * <p>A training fails with an {@link IllegalArgumentException} when its schedule gives a rate that is
 * not greater than 0 and finite.
 */
public final class LearningRateScheduler {
  private static final String NAME = "LearningRateScheduler";

  private LearningRateScheduler() {}

  /**
   * {@return a callback that sets the rate before every epoch, as Keras's does}
   *
   * @param schedule gives the rate of each epoch
   */
  public static Callback perEpoch(EpochSchedule schedule) {
    return new PerEpoch(schedule);
  }

  /**
   * {@return a callback that sets the rate before every step}
   *
   * @param schedule gives the rate of each step
   */
  public static Callback perStep(StepSchedule schedule) {
    return new PerStep(schedule);
  }

  private static void set(Training training, double rate) {
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      TrainingPosition at = training.position();
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "the schedule gave the learning rate %s for epoch %d, step %d; it must be greater than 0 and finite",
          rate,
          at.epoch() + 1,
          at.step() + 1));
    }
    training.model().optimizer().setLearningRate(rate);
  }

  private record PerStep(StepSchedule schedule) implements Callback {
    @Override
    public Map<String, Object> describe() {
      return Described.named(NAME, "schedule", schedule.describe());
    }

    @Override
    public void requireSteps(long steps) {
      schedule.requireSteps(steps);
    }

    @Override
    public void onTrainBatchBegin(Training training, int step) {
      long whole = training.stepsPerEpoch();
      long before = training.position().epoch() * whole;
      long reached = step * whole / training.steps(); // as far in its epoch as with all images
      set(training, schedule.learningRate(before + reached, training.fit().epochs() * whole));
    }
  }

  private static final class PerEpoch implements Callback {
    private static final int NONE = -1;

    private final EpochSchedule schedule;
    /** The epoch that it was last asked for: a resume must not apply it twice. */
    private final Remembered<Integer> last = new Remembered<>(() -> NONE);

    PerEpoch(EpochSchedule schedule) {
      this.schedule = schedule;
    }

    @Override
    public Map<String, Object> describe() {
      return Described.named(NAME, "schedule", schedule.describe());
    }

    @Override
    public boolean dependsOnLength() {
      return false;
    }

    @Override
    public Callback forTraining(Consumer<String> announcements) {
      return new PerEpoch(schedule);
    }

    @Override
    public void onTrainBegin(Training training) {
      last.begin();
    }

    @Override
    public void onEpochBegin(Training training, int epoch) {
      if (last.get() != epoch) {
        last.set(epoch);
        double current = training.model().optimizer().learningRate();
        set(training, schedule.learningRate(epoch, current));
      }
    }

    @Override
    public State state() {
      return new State(Map.of("epoch", (double) last.get()), NamedTensors.empty());
    }

    @Override
    public void setState(State state) {
      last.restore((int) state.number("epoch"));
    }
  }
}
