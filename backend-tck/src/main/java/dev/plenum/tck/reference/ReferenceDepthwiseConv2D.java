package dev.plenum.tck.reference;

import java.util.List;

/**
 * y(window, c · multiplier + m) = Σ x(pixel, c) · kernel(tap, c, m) over all cells of the window inside
 * the image.
 */
final class ReferenceDepthwiseConv2D implements SampleLayer {
  private final Windows windows;
  private final Parameter kernel;
  private final int channels;
  private final int multiplier;

  /**
   * The convolution.
   *
   * @param kernel of shape (height, width, in, multiplier)
   */
  ReferenceDepthwiseConv2D(Windows windows, Parameter kernel) {
    this.windows = windows;
    this.kernel = kernel;
    channels = kernel.shape.dimensions().get(2);
    multiplier = kernel.shape.dimensions().get(3);
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    int outputs = channels * multiplier;
    double[] y = new double[windows.count() * outputs];
    for (int i = 0; i < y.length; i++) {
      int c = i % outputs / multiplier;
      for (Windows.Cell cell : windows.cells(i / outputs)) {
        y[i] += x[cell.pixel() * channels + c] * kernel.values[cell.tap() * outputs + i % outputs];
      }
    }
    return y;
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    int outputs = channels * multiplier;
    double[] dx = new double[x.length];
    for (int i = 0; i < dy.length; i++) {
      int c = i % outputs / multiplier;
      for (Windows.Cell cell : windows.cells(i / outputs)) {
        int k = cell.tap() * outputs + i % outputs;
        dx[cell.pixel() * channels + c] += dy[i] * kernel.values[k];
        kernel.gradient[k] += dy[i] * x[cell.pixel() * channels + c];
      }
    }
    return dx;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(kernel);
  }
}
