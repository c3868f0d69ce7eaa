package dev.plenum.tck.reference;

import java.util.Arrays;
import java.util.List;

/** The largest element of each window inside the image; of equal ones the first, row by row. */
final class ReferenceMaxPool2D implements SampleLayer {
  private final Windows windows;
  private final int channels;

  ReferenceMaxPool2D(Windows windows, int channels) {
    this.windows = windows;
    this.channels = channels;
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    double[] y = new double[windows.count() * channels];
    for (int o = 0; o < y.length; o++) {
      y[o] = x[largest(x, elements(o))];
    }
    return y;
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    double[] dx = new double[x.length];
    for (int o = 0; o < dy.length; o++) {
      dx[largest(x, elements(o))] += dy[o];
    }
    return dx;
  }

  /** The elements of x, row by row, whose largest is element o of the output. */
  private List<Integer> elements(int o) {
    return windows.cells(o / channels).stream()
        .map(cell -> cell.pixel() * channels + o % channels)
        .toList();
  }

  /** The first of the largest; a NaN is larger than everything, so that it is not lost. */
  private static int largest(double[] x, List<Integer> elements) {
    int best = elements.get(0);
    for (int element : elements) {
      if (x[element] > x[best] || (Double.isNaN(x[element]) && !Double.isNaN(x[best]))) {
        best = element;
      }
    }
    return best;
  }

  /**
   * The smallest lead of a window's largest element over its second. Exactly equal elements do not
   * count: they are equal because they were made in the same way of equal numbers, mostly zeros behind
   * a ReLU or a dropout, and rounding changes them alike.
   */
  @Override
  public double kinkMargin(double[] x) {
    double scale = Arrays.stream(x).map(Math::abs).max().orElseThrow();
    double margin = Double.POSITIVE_INFINITY;
    for (int o = 0; o < windows.count() * channels; o++) {
      List<Integer> elements = elements(o);
      double largest = x[largest(x, elements)];
      for (int element : elements) {
        if (x[element] != largest) {
          margin = Math.min(margin, (largest - x[element]) / scale);
        }
      }
    }
    return margin;
  }
}
