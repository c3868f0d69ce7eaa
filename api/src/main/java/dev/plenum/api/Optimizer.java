package dev.plenum.api;

import dev.plenum.api.optimizer.OptimizerSpec;

/** The optimizer of a live model. */
public interface Optimizer {

  /** {@return what it was made from} */
  OptimizerSpec spec();

  /** {@return the step size of the next update} */
  double learningRate();

  /**
   * Sets the step size of the next updates.
   *
   * @param learningRate greater than 0
   * @throws IllegalArgumentException if it is not greater than 0
   */
  void setLearningRate(double learningRate);

  /** {@return the number of updates so far} */
  long iterations();

  /**
   * Ends a training: where it keeps moving averages, the weights become these. Without averages nothing
   * changes.
   */
  default void finish() {}

  /** {@return everything that it remembers, for an exact resume} */
  OptimizerState state();

  /**
   * Takes back what it remembered.
   *
   * @param state what {@link #state} gave, also that of another backend
   * @throws IllegalArgumentException if names or shapes do not fit
   */
  void setState(OptimizerState state);
}
