package dev.plenum.tck.reference;

import java.util.List;

/**
 * y(window, o) = Σ x(pixel, c) · kernel(tap, c, o) over all cells of the window inside the image and all
 * channels c.
 */
final class ReferenceConv2D implements SampleLayer {
  private final Windows windows;
  private final Parameter kernel;
  private final int inputs;
  private final int outputs;

  /**
   * The convolution.
   *
   * @param kernel of shape (height, width, in, out)
   */
  ReferenceConv2D(Windows windows, Parameter kernel) {
    this.windows = windows;
    this.kernel = kernel;
    inputs = kernel.shape.dimensions().get(2);
    outputs = kernel.shape.dimensions().get(3);
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    double[] y = new double[windows.count() * outputs];
    forEachProduct((yi, xi, ki) -> y[yi] += x[xi] * kernel.values[ki]);
    return y;
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    double[] dx = new double[x.length];
    forEachProduct((yi, xi, ki) -> {
      dx[xi] += dy[yi] * kernel.values[ki];
      kernel.gradient[ki] += dy[yi] * x[xi];
    });
    return dx;
  }

  /** Visits every product x · kernel of the sum above, with the element of y that it is added to. */
  private void forEachProduct(Product product) {
    for (int window = 0; window < windows.count(); window++) {
      for (Windows.Cell cell : windows.cells(window)) {
        for (int c = 0; c < inputs; c++) {
          for (int o = 0; o < outputs; o++) {
            product.at(
                window * outputs + o,
                cell.pixel() * inputs + c,
                (cell.tap() * inputs + c) * outputs + o);
          }
        }
      }
    }
  }

  private interface Product {
    void at(int y, int x, int kernel);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(kernel);
  }
}
