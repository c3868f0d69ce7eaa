package dev.plenum.tck.reference;

import dev.plenum.api.network.Margins;
import dev.plenum.api.network.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Elements of x at other places: y_i = x at sources_i, or 0 where there is no source. */
final class ReferenceArrangement implements SampleLayer {
  private static final int NONE = -1;

  private final int[] sources;

  private ReferenceArrangement(int[] sources) {
    this.sources = sources;
  }

  /** Everything where it was. */
  static ReferenceArrangement same(int size) {
    return new ReferenceArrangement(IntStream.range(0, size).toArray());
  }

  /** Rows and columns of zeros around an image. */
  static ReferenceArrangement padded(Shape input, Shape output, Margins margins) {
    return shifted(input, output, -margins.top(), -margins.left());
  }

  /** An image without its sides. */
  static ReferenceArrangement cropped(Shape input, Shape output, Margins margins) {
    return shifted(input, output, margins.top(), margins.left());
  }

  /** Pixel (y, x) comes from (y + down, x + right). */
  private static ReferenceArrangement shifted(Shape input, Shape output, int down, int right) {
    int[] sources = new int[output.size()];
    Arrays.setAll(sources, i -> {
      int channel = i % output.channels();
      int x = i / output.channels() % output.width() + right;
      int y = i / output.channels() / output.width() + down;
      boolean inside = y >= 0 && y < input.height() && x >= 0 && x < input.width();
      return inside ? (y * input.width() + x) * input.channels() + channel : NONE;
    });
    return new ReferenceArrangement(sources);
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    return Arrays.stream(sources).mapToDouble(i -> i == NONE ? 0 : x[i]).toArray();
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    double[] dx = new double[x.length];
    for (int i = 0; i < dy.length; i++) {
      if (sources[i] != NONE) {
        dx[sources[i]] += dy[i];
      }
    }
    return dx;
  }
}
