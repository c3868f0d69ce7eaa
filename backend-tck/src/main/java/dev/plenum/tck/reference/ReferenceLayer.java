package dev.plenum.tck.reference;

import java.util.List;

/** A function of one sample, and its derivative. */
interface ReferenceLayer {

  /** The output for the input x. */
  double[] forward(double[] x, Pass pass);

  /**
   * The chain rule: adds to the gradients of the parameters, and returns the gradient of the loss
   * with respect to the input.
   *
   * @param x the input of the same pass
   * @param dy the gradient of the loss with respect to the output
   */
  double[] backward(double[] x, double[] dy, Pass pass);

  /** What is trained, kernel before bias. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /**
   * How near x is to a point where the derivative jumps, relative to the largest element of x:
   * infinite for a smooth function.
   */
  default double kinkMargin(double[] x) {
    return Double.POSITIVE_INFINITY;
  }
}
