package dev.plenum.tck.reference;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.random.DropoutMask;
import dev.plenum.api.random.Seed;
import java.util.List;

/** The reference layers of a network's layers. */
final class ReferenceLayers {
  private ReferenceLayers() {}

  /** A layer of a network, followed by its activation where it has one. */
  static List<ReferenceLayer> of(PlacedLayer layer, Seed seed) {
    ReferenceLayer linear = linearPart(layer, seed);
    Activation activation = layer.spec().activation();
    return activation == Activation.LINEAR
        ? List.of(linear)
        : List.of(linear, new ReferenceActivation(activation));
  }

  private static ReferenceLayer linearPart(PlacedLayer layer, Seed seed) {
    Operation spec = layer.spec();
    if (spec instanceof Conv2D conv) {
      int top = conv.window().top(layer.input());
      int left = conv.window().left(layer.input());
      return new ReferenceConv2D(layer, conv, top, left);
    }
    if (spec instanceof MaxPool2D pool) {
      return new ReferenceMaxPool2D(layer, pool);
    }
    if (spec instanceof Dropout dropout) {
      return new ReferenceDropout(new DropoutMask(seed, layer.index(), dropout.rate()));
    }
    if (spec instanceof Dense) {
      return new ReferenceDense(layer);
    }
    if (spec instanceof Flatten) {
      return new ReferenceFlatten();
    }
    throw new IllegalArgumentException("there is no reference for the layer " + layer.name());
  }
}
