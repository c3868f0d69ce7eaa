package dev.plenum.tck.reference;

import dev.plenum.api.network.Window;
import java.util.List;

/** An average pool that divides by the size of the window, also where that reaches over the border. */
final class BorderCountingPool extends WrappedLayer {
  private final Windows windows;
  private final int size;

  BorderCountingPool(ReferenceLayer pool, Windows windows, Window window) {
    super(pool);
    this.windows = windows;
    size = window.height() * window.width();
  }

  @Override
  public double[][] forward(List<double[][]> inputs, Pass pass) {
    return scaled(super.forward(inputs, pass));
  }

  @Override
  public List<double[][]> backward(List<double[][]> inputs, double[][] dy, Pass pass) {
    return super.backward(inputs, scaled(dy), pass);
  }

  private double[][] scaled(double[][] values) {
    double[][] scaled = map(values, value -> value);
    for (double[] sample : scaled) {
      int channels = sample.length / windows.count();
      for (int i = 0; i < sample.length; i++) {
        sample[i] *= (double) windows.cells(i / channels).size() / size;
      }
    }
    return scaled;
  }
}
