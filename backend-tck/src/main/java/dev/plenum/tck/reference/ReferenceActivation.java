package dev.plenum.tck.reference;

import dev.plenum.api.network.ElementwiseFunction;
import java.util.Arrays;

/** y = f(x), element by element. */
final class ReferenceActivation implements SampleLayer {
  private final ReferenceFunction function;

  ReferenceActivation(ElementwiseFunction function) {
    this.function = ReferenceFunction.of(function);
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    return Arrays.stream(x).map(function::value).toArray();
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    double[] dx = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      dx[i] = dy[i] * function.derivative(x[i]);
    }
    return dx;
  }

  /**
   * Elements that lie exactly on a kink do not count: an earlier function put them there, such as a ReLU
   * its zeros, and rounding does not move them.
   */
  @Override
  public double kinkMargin(double[] x) {
    double margin = Double.POSITIVE_INFINITY;
    for (double kink : function.kinks()) {
      double nearest = Arrays.stream(x)
          .map(e -> Math.abs(e - kink))
          .filter(distance -> distance > 0)
          .min()
          .orElse(Double.POSITIVE_INFINITY);
      double largest = Arrays.stream(x).map(Math::abs).reduce(Math.abs(kink), Math::max);
      margin = Math.min(margin, nearest / largest);
    }
    return margin;
  }
}
