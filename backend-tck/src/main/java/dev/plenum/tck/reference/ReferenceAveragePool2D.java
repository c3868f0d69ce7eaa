package dev.plenum.tck.reference;

import java.util.List;

/** The mean of each window's elements inside the image. */
final class ReferenceAveragePool2D implements SampleLayer {
  private final Windows windows;
  private final int channels;

  ReferenceAveragePool2D(Windows windows, int channels) {
    this.windows = windows;
    this.channels = channels;
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    double[] y = new double[windows.count() * channels];
    for (int o = 0; o < y.length; o++) {
      List<Windows.Cell> cells = windows.cells(o / channels);
      for (Windows.Cell cell : cells) {
        y[o] += x[cell.pixel() * channels + o % channels] / cells.size();
      }
    }
    return y;
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    double[] dx = new double[x.length];
    for (int o = 0; o < dy.length; o++) {
      List<Windows.Cell> cells = windows.cells(o / channels);
      for (Windows.Cell cell : cells) {
        dx[cell.pixel() * channels + o % channels] += dy[o] / cells.size();
      }
    }
    return dx;
  }
}
