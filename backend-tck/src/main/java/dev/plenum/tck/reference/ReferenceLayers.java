package dev.plenum.tck.reference;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.ElementwiseSpec;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.Window;
import dev.plenum.api.random.DropoutMask;
import dev.plenum.api.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reference layers of a network's layers. */
final class ReferenceLayers {
  private ReferenceLayers() {}

  /** A layer of a network, followed by its bias and its activation where it has them. */
  static List<ReferenceLayer> of(PlacedLayer layer, Seed seed) {
    List<ReferenceLayer> parts = new ArrayList<>(linearPart(layer, seed));
    Parameter.find(layer, "bias").ifPresent(bias -> parts.add(new ReferenceBias(bias)));
    Activation activation = layer.spec().activation();
    if (!(layer.spec() instanceof ElementwiseSpec) && activation != Activation.LINEAR) {
      parts.add(new ReferenceActivation(activation.function()));
    }
    return parts;
  }

  private static List<ReferenceLayer> linearPart(PlacedLayer layer, Seed seed) {
    if (layer.spec() instanceof SeparableConv2D separable) {
      return List.of(
          new ReferenceDepthwiseConv2D(
              Windows.of(layer.input(), separable.window()),
              Parameter.of(layer, "depthwise_kernel")),
          new ReferenceConv2D(
              Windows.of(layer.output(), new Window(1, 1, 1, 1, Padding.VALID)),
              Parameter.of(layer, "pointwise_kernel")));
    }
    return List.of(kernel(layer)
        .or(() -> pool(layer))
        .or(() -> ReferenceArrangement.of(layer))
        .or(() -> ReferenceFormulas.of(layer))
        .orElseGet(() -> rest(layer, seed)));
  }

  private static Optional<ReferenceLayer> kernel(PlacedLayer layer) {
    Operation spec = layer.spec();
    if (spec instanceof Conv2D conv) {
      return Optional.of(new ReferenceConv2D(
          Windows.of(layer.input(), conv.window()), Parameter.of(layer, "kernel")));
    } else if (spec instanceof DepthwiseConv2D depthwise) {
      return Optional.of(new ReferenceDepthwiseConv2D(
          Windows.of(layer.input(), depthwise.window()), Parameter.of(layer, "kernel")));
    } else if (spec instanceof Dense) {
      return Optional.of(new ReferenceDense(Parameter.of(layer, "kernel")));
    }
    return Optional.empty();
  }

  private static Optional<ReferenceLayer> pool(PlacedLayer layer) {
    Shape input = layer.input();
    Operation spec = layer.spec();
    if (spec instanceof MaxPool2D pool) {
      return Optional.of(
          new ReferenceMaxPool2D(Windows.of(input, pool.window()), input.channels()));
    } else if (spec instanceof AveragePooling2D pool) {
      return Optional.of(
          new ReferenceAveragePool2D(Windows.of(input, pool.window()), input.channels()));
    } else if (spec instanceof GlobalMaxPooling2D) {
      return Optional.of(new ReferenceMaxPool2D(wholeImage(input), input.channels()));
    } else if (spec instanceof GlobalAveragePooling2D) {
      return Optional.of(new ReferenceAveragePool2D(wholeImage(input), input.channels()));
    }
    return Optional.empty();
  }

  /** One window over everything. */
  private static Windows wholeImage(Shape image) {
    return Windows.of(image, new Window(image.height(), image.width(), 1, 1, Padding.VALID));
  }

  private static ReferenceLayer rest(PlacedLayer layer, Seed seed) {
    Operation spec = layer.spec();
    if (spec instanceof MergeSpec merge) {
      return ReferenceMerges.of(layer, merge);
    } else if (spec instanceof ElementwiseSpec elementwise) {
      return new ReferenceActivation(elementwise.function());
    } else if (spec instanceof BatchNormalization normalization) {
      return new ReferenceBatchNormalization(layer, normalization);
    } else if (spec instanceof Dropout dropout) {
      return dropout(layer, seed, dropout.rate(), layer.input().size());
    } else if (spec instanceof SpatialDropout2D dropout) {
      return dropout(layer, seed, dropout.rate(), layer.input().channels());
    }
    throw new IllegalArgumentException("there is no reference for the layer " + layer.name());
  }

  private static ReferenceLayer dropout(PlacedLayer layer, Seed seed, double rate, int masked) {
    return new ReferenceDropout(new DropoutMask(seed, layer.index(), rate), masked);
  }
}
