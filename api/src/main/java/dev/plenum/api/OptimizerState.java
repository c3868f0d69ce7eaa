package dev.plenum.api;

import dev.plenum.api.tensor.NamedTensors;
import java.util.Locale;

/**
 * What an optimizer remembers between steps.
 *
 * @param iterations the number of updates so far
 * @param learningRate the step size of the next update
 * @param slots its arrays, parameter by parameter: {@code conv2d/kernel/m}, {@code conv2d/kernel/v}
 */
public record OptimizerState(long iterations, double learningRate, NamedTensors slots) {

  /**
   * Checks the numbers.
   *
   * @param iterations the number of updates so far, at least 0
   * @param learningRate the step size of the next update, greater than 0 and finite
   * @param slots its arrays, parameter by parameter
   * @throws IllegalArgumentException if iterations are negative, or the rate is not positive and finite
   */
  public OptimizerState {
    if (iterations < 0 || !(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "an optimizer's state cannot have %d iterations and learning rate %s",
          iterations,
          learningRate));
    }
  }
}
