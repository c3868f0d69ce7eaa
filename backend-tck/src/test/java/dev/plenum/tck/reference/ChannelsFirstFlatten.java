package dev.plenum.tck.reference;

import dev.plenum.api.network.Shape;

/** A Flatten that puts elements in c, h, w order. */
final class ChannelsFirstFlatten implements SampleLayer {
  private final int channels;
  private final int pixels;

  ChannelsFirstFlatten(Shape input) {
    channels = input.isImage() ? input.channels() : 1;
    pixels = input.size() / channels;
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[target(i)] = x[i];
    }
    return y;
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    double[] dx = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      dx[i] = dy[target(i)];
    }
    return dx;
  }

  private int target(int i) {
    return i % channels * pixels + i / channels;
  }
}
