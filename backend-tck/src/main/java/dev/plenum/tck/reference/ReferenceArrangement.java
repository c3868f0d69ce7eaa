package dev.plenum.tck.reference;

import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Margins;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.ZeroPadding2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Elements of x at other places: y_i = x at sources_i, or 0 where there is no source. */
public final class ReferenceArrangement implements SampleLayer {
  private static final int NONE = -1;

  private final int[] sources;

  private ReferenceArrangement(int[] sources) {
    this.sources = sources;
  }

  /** {@return the kinds of layer that only move elements, as the kit tries each} */
  public static List<LayerSample> samples() {
    return List.of(
        new LayerSample(Shape.of(4, 5, 3), ZeroPadding2D.of(1)),
        new LayerSample(Shape.of(4, 5, 2), new ZeroPadding2D(new Margins(0, 2, 3, 1))),
        new LayerSample(Shape.of(5, 6, 3), Cropping2D.of(1)),
        new LayerSample(Shape.of(6, 7, 2), new Cropping2D(new Margins(0, 2, 3, 1))),
        new LayerSample(Shape.of(3, 4, 2), Reshape.of(24)));
  }

  /** What a layer does that only moves elements; empty for other layers. */
  static Optional<ReferenceLayer> of(PlacedLayer layer) {
    Operation spec = layer.spec();
    Shape input = layer.input();
    if (spec instanceof Flatten || spec instanceof Reshape) {
      return Optional.of(
          new ReferenceArrangement(IntStream.range(0, input.size()).toArray()));
    } else if (spec instanceof ZeroPadding2D padding) {
      Margins margins = padding.margins();
      return Optional.of(shifted(input, layer.output(), -margins.top(), -margins.left()));
    } else if (spec instanceof Cropping2D cropping) {
      Margins margins = cropping.margins();
      return Optional.of(shifted(input, layer.output(), margins.top(), margins.left()));
    }
    return Optional.empty();
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
