package dev.plenum.datasets.internal.digits;

import java.util.function.DoubleBinaryOperator;

/** The path of the pen from where it is set down to where it is lifted: a finely divided polyline. */
final class Trace {
  private final double[] xs;
  private final double[] ys;

  /** Takes both arrays, of equal length, at least 2, over. */
  Trace(double[] xs, double[] ys) {
    this.xs = xs;
    this.ys = ys;
  }

  int size() {
    return xs.length;
  }

  double x(int i) {
    return xs[i];
  }

  double y(int i) {
    return ys[i];
  }

  /** The trace with every point moved. */
  Trace map(DoubleBinaryOperator newX, DoubleBinaryOperator newY) {
    double[] mappedXs = new double[xs.length];
    double[] mappedYs = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      mappedXs[i] = newX.applyAsDouble(xs[i], ys[i]);
      mappedYs[i] = newY.applyAsDouble(xs[i], ys[i]);
    }
    return new Trace(mappedXs, mappedYs);
  }
}
