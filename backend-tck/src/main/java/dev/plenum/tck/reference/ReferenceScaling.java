package dev.plenum.tck.reference;

import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Rescaling;

/** y(…, c) = (x(…, c) − origin(c)) · factor(c) + offset, with numbers that nothing changes. */
final class ReferenceScaling implements SampleLayer {
  private final double[] origin;
  private final double[] factor;
  private final double offset;

  private ReferenceScaling(double[] origin, double[] factor, double offset) {
    this.origin = origin;
    this.factor = factor;
    this.offset = offset;
  }

  static ReferenceScaling of(Rescaling spec) {
    return new ReferenceScaling(new double[1], new double[] {spec.scale()}, spec.offset());
  }

  /** Divides by the standard deviation, or by 1e-7 if that is larger. */
  static ReferenceScaling of(Normalization spec) {
    return new ReferenceScaling(
        spec.mean().stream().mapToDouble(mean -> mean).toArray(),
        spec.variance().stream()
            .mapToDouble(variance -> 1 / Math.max(Math.sqrt(variance), 1e-7))
            .toArray(),
        0);
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int c = i % factor.length;
      y[i] = (x[i] - origin[c]) * factor[c] + offset;
    }
    return y;
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    double[] dx = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      dx[i] = dy[i] * factor[i % factor.length];
    }
    return dx;
  }
}
