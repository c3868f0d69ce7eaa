package dev.plenum.tck.reference;

import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The largest element of each window inside the image; of equal ones the first, row by row. */
final class ReferenceMaxPool2D implements ReferenceLayer {
  private final Shape input;
  private final Shape output;
  private final Window window;

  ReferenceMaxPool2D(PlacedLayer layer, MaxPool2D spec) {
    input = layer.input();
    output = layer.output();
    window = spec.window();
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    double[] y = new double[output.size()];
    for (int o = 0; o < y.length; o++) {
      y[o] = x[largest(x, cells(o))];
    }
    return y;
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    double[] dx = new double[input.size()];
    for (int o = 0; o < dy.length; o++) {
      dx[largest(x, cells(o))] += dy[o];
    }
    return dx;
  }

  /** The elements of x, row by row, whose largest is element o of the output. */
  private List<Integer> cells(int o) {
    int c = o % output.channels();
    int ox = o / output.channels() % output.width();
    int oy = o / output.channels() / output.width();
    List<Integer> cells = new ArrayList<>();
    for (int ky = 0; ky < window.height(); ky++) {
      for (int kx = 0; kx < window.width(); kx++) {
        int iy = oy * window.strideY() - window.top(input) + ky;
        int ix = ox * window.strideX() - window.left(input) + kx;
        if (iy >= 0 && iy < input.height() && ix >= 0 && ix < input.width()) {
          cells.add((iy * input.width() + ix) * input.channels() + c);
        }
      }
    }
    return cells;
  }

  /** The first of the largest; a NaN is larger than everything, so that it is not lost. */
  private static int largest(double[] x, List<Integer> cells) {
    int best = cells.get(0);
    for (int cell : cells) {
      if (x[cell] > x[best] || (Double.isNaN(x[cell]) && !Double.isNaN(x[best]))) {
        best = cell;
      }
    }
    return best;
  }

  /**
   * The smallest lead of a window's largest element over its second. Windows of zeros do not count:
   * they lie behind a ReLU or a dropout, which lets no gradient pass there.
   */
  @Override
  public double kinkMargin(double[] x) {
    double scale = Arrays.stream(x).map(Math::abs).max().orElseThrow();
    double margin = Double.POSITIVE_INFINITY;
    for (int o = 0; o < output.size(); o++) {
      List<Integer> cells = cells(o);
      int best = largest(x, cells);
      for (int cell : cells) {
        if (cell != best && !(x[cell] == 0 && x[best] == 0)) {
          margin = Math.min(margin, (x[best] - x[cell]) / scale);
        }
      }
    }
    return margin;
  }
}
