package dev.plenum.tck.reference;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Value;
import java.util.List;

/** Draws what {@link RandomNetworks#draw} promises. */
final class RandomGraph {
  private final Draw draw;
  private final RandomLayers layers;

  RandomGraph(Draw draw) {
    this.draw = draw;
    layers = new RandomLayers(draw);
  }

  Network network() {
    Graph graph = Graph.of(draw.image(), images -> {
      Value value = images;
      for (int i = draw.between(1, 3); i > 0; i--) {
        value = block(value);
      }
      value = flat(value);
      if (draw.coin()) {
        value = flatBlock(value);
      }
      return scores(value);
    });
    List<PlacedLayer> placed = graph.placedLayers();
    return placed.stream().allMatch(layer -> layer.reads().equals(List.of(layer.index() - 1)))
        ? new Sequential(
            graph.input(), placed.stream().map(l -> (LayerSpec) l.spec()).toList())
        : graph;
  }

  /** An image of an image. */
  private Value block(Value image) {
    return switch (draw.between(0, 5)) {
      case 0 -> merged(image, sameShape(image), sameShape(image));
      case 1 -> merged(image, sameShape(image));
      case 2 -> Concatenate.of(sameShape(image), sameShape(image).then(channels()));
      case 3 -> scaled(image);
      default -> image.then(layers.ofImage(image.shape()));
    };
  }

  /** A 1 × 1 convolution to any number of channels. */
  private Conv2D channels() {
    return Conv2D.of(draw.between(1, 3), 1);
  }

  /** The image behind one layer or two. */
  private Value sameShape(Value image) {
    Value value = image.then(layers.ofSameImage(image.shape()));
    return draw.coin() ? value : value.then(layers.ofSameImage(image.shape()));
  }

  /** Values of one shape, merged in any way. */
  private Value merged(Value first, Value second, Value... more) {
    return switch (draw.between(0, 4)) {
      case 0, 1 -> Add.of(first, second, more);
      case 2 -> Average.of(first, second, more);
      case 3 -> Maximum.of(first, second, more);
      default -> Multiply.of(first, second, more);
    };
  }

  /** Squeeze-and-excite: channels scaled by what follows from their means. */
  private Value scaled(Value image) {
    int channels = image.shape().channels();
    Value factors = draw.coin()
        ? image.then(
            GlobalAveragePooling2D.instance().keepDims(true),
            Conv2D.of(channels, 1).activation(Activation.SIGMOID))
        : image.then(
            GlobalMaxPooling2D.instance(),
            Dense.of(channels).activation(Activation.HARD_SIGMOID),
            Reshape.of(1, 1, channels));
    return draw.coin() ? Multiply.of(image, factors) : Multiply.of(factors, image);
  }

  private Value flat(Value image) {
    return switch (draw.between(0, 4)) {
      case 0 -> image.then(GlobalAveragePooling2D.instance());
      case 1 -> image.then(GlobalMaxPooling2D.instance());
      case 2 -> image.then(new Reshape(Shape.of(image.shape().size())));
      default -> image.then(Flatten.instance());
    };
  }

  /** A flat value of a flat one. */
  private Value flatBlock(Value flat) {
    return switch (draw.between(0, 2)) {
      case 0 -> Concatenate.of(flat, flat.then(layers.ofFlat(flat.shape())));
      case 1 -> merged(flat, flat.then(layers.ofAnyShape(flat.shape())));
      default -> flat.then(layers.ofFlat(flat.shape()));
    };
  }

  private Value scores(Value flat) {
    Dense last = Dense.of(draw.between(2, 4));
    return switch (draw.between(0, 2)) {
      case 0 -> flat.then(last);
      case 1 -> flat.then(last.activation(Activation.SOFTMAX));
      default -> flat.then(last, Activation.SOFTMAX.layer());
    };
  }
}
