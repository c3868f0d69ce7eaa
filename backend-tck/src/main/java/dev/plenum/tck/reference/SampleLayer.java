package dev.plenum.tck.reference;

import java.util.Arrays;
import java.util.List;

/** A layer with one input, which computes each sample by itself. */
interface SampleLayer extends ReferenceLayer {

  /** The output for the sample x. */
  double[] forward(double[] x, Pass pass);

  /** The chain rule of one sample, as in {@link ReferenceLayer}. */
  double[] backward(double[] x, double[] dy, Pass pass);

  /**
   * {@return how near a sample is to a point where the derivative jumps, see {@link ReferenceLayer}}
   *
   * @param x the sample
   */
  default double kinkMargin(double[] x) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  default double[][] forward(List<double[][]> inputs, Pass pass) {
    double[][] x = inputs.get(0);
    double[][] y = new double[x.length][];
    for (int n = 0; n < x.length; n++) {
      y[n] = forward(x[n], pass.at(n));
    }
    return y;
  }

  @Override
  default List<double[][]> backward(List<double[][]> inputs, double[][] dy, Pass pass) {
    double[][] x = inputs.get(0);
    double[][] dx = new double[x.length][];
    for (int n = 0; n < x.length; n++) {
      dx[n] = backward(x[n], dy[n], pass.at(n));
    }
    return List.<double[][]>of(dx);
  }

  @Override
  default double kinkMargin(List<double[][]> inputs) {
    return Arrays.stream(inputs.get(0))
        .mapToDouble(this::kinkMargin)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
