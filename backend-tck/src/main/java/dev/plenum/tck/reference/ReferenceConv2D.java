package dev.plenum.tck.reference;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import java.util.List;

/**
 * y(oy, ox, o) = bias_o + Σ x(oy · strideY − top + ky, ox · strideX − left + kx, c) · kernel(ky, kx,
 * c, o) over all ky, kx, c; cells outside the image count as 0.
 */
final class ReferenceConv2D implements ReferenceLayer {
  private final Shape input;
  private final Shape output;
  private final Window window;
  private final int top;
  private final int left;
  private final Parameter kernel;
  private final Parameter bias;

  /**
   * The layer.
   *
   * @param top rows of the first window above the image
   * @param left columns of the first window to the left of the image
   */
  ReferenceConv2D(PlacedLayer layer, Conv2D spec, int top, int left) {
    this.input = layer.input();
    this.output = layer.output();
    this.window = spec.window();
    this.top = top;
    this.left = left;
    this.kernel = Parameter.of(layer, "kernel");
    this.bias = Parameter.of(layer, "bias");
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    double[] y = new double[output.size()];
    for (int i = 0; i < y.length; i++) {
      y[i] = bias.values[i % output.channels()];
    }
    forEachProduct((yi, xi, ki) -> y[yi] += x[xi] * kernel.values[ki]);
    return y;
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    double[] dx = new double[input.size()];
    for (int i = 0; i < dy.length; i++) {
      bias.gradient[i % output.channels()] += dy[i];
    }
    forEachProduct((yi, xi, ki) -> {
      dx[xi] += dy[yi] * kernel.values[ki];
      kernel.gradient[ki] += dy[yi] * x[xi];
    });
    return dx;
  }

  /** Visits every product x · kernel of the sum above, with the element of y that it is added to. */
  private void forEachProduct(Product product) {
    for (int oy = 0; oy < output.height(); oy++) {
      for (int ox = 0; ox < output.width(); ox++) {
        for (int ky = 0; ky < window.height(); ky++) {
          for (int kx = 0; kx < window.width(); kx++) {
            int iy = oy * window.strideY() - top + ky;
            int ix = ox * window.strideX() - left + kx;
            if (iy >= 0 && iy < input.height() && ix >= 0 && ix < input.width()) {
              forEachChannel(
                  (oy * output.width() + ox) * output.channels(),
                  (iy * input.width() + ix) * input.channels(),
                  (ky * window.width() + kx) * input.channels() * output.channels(),
                  product);
            }
          }
        }
      }
    }
  }

  private void forEachChannel(int y, int x, int k, Product product) {
    for (int c = 0; c < input.channels(); c++) {
      for (int o = 0; o < output.channels(); o++) {
        product.at(y + o, x + c, k + c * output.channels() + o);
      }
    }
  }

  private interface Product {
    void at(int y, int x, int kernel);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(kernel, bias);
  }
}
