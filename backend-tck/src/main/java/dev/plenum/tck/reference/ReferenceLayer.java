package dev.plenum.tck.reference;

import java.util.List;

/**
 * A function of one or more values of a network, and its derivative. A value is an array of samples,
 * each an array of elements in h, w, c order.
 */
interface ReferenceLayer {

  /** The output for these inputs; changes nothing. */
  double[][] forward(List<double[][]> inputs, Pass pass);

  /**
   * The chain rule: adds to the gradients of the parameters, and returns the gradient of the loss with
   * respect to each input.
   *
   * @param inputs those of the same pass
   * @param dy the gradient of the loss with respect to the output
   */
  List<double[][]> backward(List<double[][]> inputs, double[][] dy, Pass pass);

  /** {@return its arrays, kernel before bias, trained before state} */
  default List<Parameter> parameters() {
    return List.of();
  }

  /**
   * Changes what a layer changes by itself in a training step: moving statistics.
   *
   * @param inputs those of the step
   */
  default void updateState(List<double[][]> inputs) {}

  /**
   * How near the inputs are to a point where the derivative jumps, relative to the largest element of
   * a sample: infinite for a smooth function.
   */
  default double kinkMargin(List<double[][]> inputs) {
    return Double.POSITIVE_INFINITY;
  }
}
