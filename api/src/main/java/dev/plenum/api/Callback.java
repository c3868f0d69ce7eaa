package dev.plenum.api;

import dev.plenum.api.tensor.NamedTensors;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Watches a training, and may steer it: through {@link Training} it can stop, or set the learning
 * rate. The hooks are Keras's, called in the order of the callbacks.
 */
public interface Callback {

  /** Before the first epoch. */
  default void onTrainBegin(Training training) {}

  /** After the last epoch, also when training was stopped; not when it failed. */
  default void onTrainEnd(Training training) {}

  /** Before an epoch's first step. */
  default void onEpochBegin(Training training, int epoch) {}

  /** After an epoch's validation. */
  default void onEpochEnd(Training training, EpochRecord epoch) {}

  /** Before a step; {@code step} counts from 0 in each epoch. */
  default void onTrainBatchBegin(Training training, int step) {}

  /** After a step. */
  default void onTrainBatchEnd(Training training, int step, BatchResult result) {}

  /** Everything that it remembers, for an exact resume. */
  default State state() {
    return State.NONE;
  }

  /** Takes back what {@link #state} gave; before {@link #onTrainBegin}, which must not undo it. */
  default void setState(State state) {}

  /**
   * What a callback remembers.
   *
   * @param numbers by name
   * @param tensors by name
   */
  record State(Map<String, Double> numbers, NamedTensors tensors) {
    /** Nothing. */
    public static final State NONE = new State(Map.of(), NamedTensors.empty());

    /** Copies the map, keeping its order. */
    public State {
      numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }
  }
}
