package dev.plenum.tck.reference;

import java.util.List;

/** y_o = Σ_i x_i · kernel_(i, o). */
final class ReferenceDense implements SampleLayer {
  private final Parameter kernel;
  private final int units;

  /**
   * The matrix.
   *
   * @param kernel of shape (in, out)
   */
  ReferenceDense(Parameter kernel) {
    this.kernel = kernel;
    units = kernel.shape.lastDimension();
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    double[] y = new double[units];
    for (int i = 0; i < x.length; i++) {
      for (int o = 0; o < units; o++) {
        y[o] += x[i] * kernel.values[i * units + o];
      }
    }
    return y;
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    double[] dx = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int o = 0; o < units; o++) {
        dx[i] += dy[o] * kernel.values[i * units + o];
        kernel.gradient[i * units + o] += dy[o] * x[i];
      }
    }
    return dx;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(kernel);
  }
}
