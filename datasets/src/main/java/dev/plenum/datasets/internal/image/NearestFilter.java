package dev.plenum.datasets.internal.image;

/** Along one axis, output i is the input at from + (i + ½)·s with s = length / outputs, added up as Pillow does. */
final class NearestFilter implements AxisFilter {
  private static final double[] ONE = {1};

  private final int[] nearest;

  NearestFilter(Span span, int outputs) {
    nearest = new int[outputs];
    double scale = span.length() / outputs;
    double at = span.from() + scale * 0.5;
    for (int i = 0; i < outputs; i++) {
      nearest[i] = Math.max(0, Math.min(span.inputs() - 1, (int) Math.floor(at)));
      at += scale;
    }
  }

  @Override
  public int outputs() {
    return nearest.length;
  }

  @Override
  public int first(int i) {
    return nearest[i];
  }

  @Override
  public double[] weights(int i) {
    return ONE;
  }
}
