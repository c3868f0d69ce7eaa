package dev.plenum.datasets.internal.image;

import java.util.Arrays;

/**
 * The weights of a mean along one axis, as Pillow's BOX has them: output i looks at the inputs whose
 * centres are in (from + i·s, from + (i + 1)·s] with s = length / outputs, all with the same weight. Where
 * s &lt; 1 it is the nearest input.
 */
final class BoxFilter implements AxisFilter {
  private final int[] first;
  private final double[][] weights;

  BoxFilter(Span span, int outputs) {
    first = new int[outputs];
    weights = new double[outputs][];
    double scale = span.length() / outputs;
    double width = Math.max(1, scale);
    for (int i = 0; i < outputs; i++) {
      double centre = span.from() + (i + 0.5) * scale;
      int begin = Math.max(0, (int) Math.floor(centre - width / 2 + 0.5));
      int end = Math.min(span.inputs(), (int) Math.floor(centre + width / 2 + 0.5));
      while (begin < end - 1 && (begin - centre + 0.5) / width <= -0.5) {
        begin++;
      }
      while (end - 1 > begin && (end - 1 - centre + 0.5) / width > 0.5) {
        end--;
      }
      first[i] = Math.min(begin, span.inputs() - 1);
      weights[i] = new double[Math.max(1, end - begin)];
      Arrays.fill(weights[i], 1.0 / weights[i].length);
    }
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
