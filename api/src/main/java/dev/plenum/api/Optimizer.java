package dev.plenum.api;

import dev.plenum.api.optimizer.OptimizerSpec;

/** The optimizer of a live model. */
public interface Optimizer {

  /** What it was made from. */
  OptimizerSpec spec();

  /** The step size of the next update. */
  double learningRate();

  /**
   * Sets the step size of the next updates.
   *
   * @throws IllegalArgumentException if it is not greater than 0
   */
  void setLearningRate(double learningRate);

  /** The number of updates so far. */
  long iterations();

  /**
   * Ends a training: where it keeps moving averages, the weights become these. Without averages nothing
   * changes.
   */
  default void finish() {}

  /** Everything that it remembers, for an exact resume. */
  OptimizerState state();

  /**
   * Takes back what {@link #state} gave, also from another backend.
   *
   * @throws IllegalArgumentException if names or shapes do not fit
   */
  void setState(OptimizerState state);
}
