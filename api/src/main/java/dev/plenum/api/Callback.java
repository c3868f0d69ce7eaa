package dev.plenum.api;

import dev.plenum.api.provenance.Described;
import dev.plenum.api.tensor.NamedTensors;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Watches a training, and may steer it: through {@link Training} it can stop, or set the learning
 * rate. The hooks are Keras's, called in the order of the callbacks.
 */
public interface Callback extends Described {

  /**
   * {@return a callback with the same settings for one training, which remembers nothing of others} One that
   * remembers something, or says what it does, must override this.
   *
   * @param announcements gets in Keras's words, a line each, what it does
   */
  default Callback forTraining(Consumer<String> announcements) {
    return this;
  }

  /**
   * {@return whether it changes nothing about the training: the weights are the same without it} A training
   * may then be resumed without it, or with another one in its place.
   */
  default boolean onlyWatches() {
    return false;
  }

  /**
   * {@return whether what it does in an epoch depends on how many epochs the whole training has} Where it
   * does not, the checkpoint of a shorter training is one of a longer training too.
   */
  default boolean dependsOnLength() {
    return true;
  }

  /**
   * Refuses a training that is too short for what this callback does in it; called before anything is
   * computed.
   *
   * @param steps how many the whole training has, at least 1
   * @throws IllegalArgumentException if so
   */
  default void requireSteps(long steps) {}

  /**
   * Before the first epoch.
   *
   * @param training stands before its first step, or before that at which it is resumed
   */
  default void onTrainBegin(Training training) {}

  /**
   * After the last epoch, also when training was stopped; not when it failed.
   *
   * @param training its model has the moving averages as its weights, if the optimizer keeps some
   */
  default void onTrainEnd(Training training) {}

  /**
   * Which images the present epoch shows, and how much each counts. Asked once before the epoch's first
   * step, and again where a training is resumed in its middle: the answer must be the same then, so it must
   * follow from what {@link #state} gives.
   *
   * @param training its position says which epoch it is
   * @param images those that it shows otherwise
   * @return all or some of them, at least one
   */
  default EpochImages images(Training training, EpochImages images) {
    return images;
  }

  /**
   * Before an epoch's first step.
   *
   * @param training if it is stopped now, the epoch leaves no record
   * @param epoch its number, from 0
   */
  default void onEpochBegin(Training training, int epoch) {}

  /**
   * After an epoch's validation.
   *
   * @param training stands at the beginning of the next epoch
   * @param epoch what was measured in it
   */
  default void onEpochEnd(Training training, EpochRecord epoch) {}

  /**
   * Before a step.
   *
   * @param training a learning rate that its optimizer gets now is that of the step
   * @param step its number in the epoch, from 0
   */
  default void onTrainBatchBegin(Training training, int step) {}

  /**
   * After a step.
   *
   * @param training has the batch of the step
   * @param step its number in the epoch, from 0
   * @param result how it went, before its update of the weights
   */
  default void onTrainBatchEnd(Training training, int step, BatchResult result) {}

  /**
   * When a step's loss has become NaN or infinite. If a callback answers that it accepts this, the
   * training ends as if stopped, but the broken epoch leaves no record; else it fails with that
   * exception. All callbacks are asked.
   *
   * @param training stands before the broken step
   * @param divergence what the training fails with if no callback accepts it; its message says where it
   *     happened
   * @return whether it accepts this
   */
  default boolean onDivergence(Training training, TrainingDivergedException divergence) {
    return false;
  }

  /** {@return everything that it remembers, for an exact resume} */
  default State state() {
    return State.NONE;
  }

  /**
   * Takes back what it remembered; before {@link #onTrainBegin}, which must not undo it.
   *
   * @param state what {@link #state} gave
   */
  default void setState(State state) {}

  /**
   * What a callback remembers.
   *
   * @param numbers by name; finite, because not every format can keep others
   * @param tensors by name
   */
  record State(Map<String, Double> numbers, NamedTensors tensors) {
    /** Nothing. */
    public static final State NONE = new State(Map.of(), NamedTensors.empty());

    /**
     * Copies the map, keeping its order.
     *
     * @param numbers by name; finite
     * @param tensors by name
     * @throws IllegalArgumentException if a number is NaN or infinite
     */
    public State {
      numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
      numbers.forEach((name, number) -> {
        if (!Double.isFinite(number)) {
          throw new IllegalArgumentException(
              "a callback's state has finite numbers only, found '%s' = %s"
                  .formatted(name, number));
        }
      });
    }

    /**
     * {@return the number of that name}
     *
     * @param name one of those of {@link #numbers}
     * @throws IllegalArgumentException if there is none; the message lists what there is
     */
    public double number(String name) {
      return find(name)
          .orElseThrow(() ->
              new IllegalArgumentException("there is no number '%s' in the state; there are: %s"
                  .formatted(name, numbers.keySet())));
    }

    /**
     * {@return the number of that name, if there is one}
     *
     * @param name may be none of those of {@link #numbers}
     */
    public OptionalDouble find(String name) {
      Double number = numbers.get(name);
      return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
  }
}
