package dev.plenum.datasets.internal.image;

/**
 * The weights of linear interpolation along one axis. Output i looks at the inputs around c = from + (i +
 * ½)·s with s = length / outputs; input j has the weight 1 − |j + ½ − c| / max(1, s), if positive,
 * divided by the sum of all. Enlarging (s &lt; 1) this is bilinear interpolation; shrinking, the
 * triangle widens so that every input counts.
 */
final class TriangleFilter implements AxisFilter {
  private final int[] first;
  private final double[][] weights;

  TriangleFilter(Span span, int outputs) {
    first = new int[outputs];
    weights = new double[outputs][];
    double scale = span.length() / outputs;
    double radius = Math.max(1, scale);
    for (int i = 0; i < outputs; i++) {
      double centre = span.from() + (i + 0.5) * scale;
      first[i] = Math.max(0, (int) Math.floor(centre - radius));
      int end = Math.min(span.inputs(), (int) Math.ceil(centre + radius));
      weights[i] = weights(first[i], end, centre, radius);
    }
  }

  private static double[] weights(int first, int end, double centre, double radius) {
    double[] weights = new double[end - first];
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      weights[j] = Math.max(0, 1 - Math.abs(first + j + 0.5 - centre) / radius);
      sum += weights[j];
    }
    for (int j = 0; j < weights.length; j++) {
      weights[j] /= sum;
    }
    return weights;
  }

  @Override
  public int outputs() {
    return first.length;
  }

  @Override
  public int first(int i) {
    return first[i];
  }

  @Override
  public double[] weights(int i) {
    return weights[i];
  }
}
