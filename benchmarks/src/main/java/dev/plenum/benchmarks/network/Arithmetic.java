package dev.plenum.benchmarks.network;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;

/**
 * The multiply-adds of one image, counted densely: as if every product of the textbook formulas were
 * computed one by one, those with zeros and with the padding too. An engine that saves some of them
 * can be faster than the processor's peak allows.
 */
public final class Arithmetic {
  private Arithmetic() {}

  /** A layer's forward pass: its products of inputs and weights. */
  public static long forward(PlacedLayer layer) {
    if (layer.spec() instanceof Conv2D conv) {
      int taps = conv.window().height() * conv.window().width();
      return (long) layer.output().size() * taps * layer.input().channels();
    }
    if (layer.spec() instanceof Dense dense) {
      return (long) layer.input().size() * dense.units();
    }
    if (layer.spec() instanceof MaxPool2D
        || layer.spec() instanceof Flatten
        || layer.spec() instanceof Dropout) {
      return 0;
    }
    throw new IllegalArgumentException(
        "nobody has counted a layer " + layer.spec().type());
  }

  /**
   * A layer's backward pass: the gradient of its weights takes as many as the forward pass, and so does
   * that of its inputs, which a network's first layer with weights has no use for.
   */
  public static long backward(Network network, PlacedLayer layer) {
    boolean isFirst = network.placedLayers().stream()
        .limit(layer.index())
        .allMatch(earlier -> earlier.parameters().isEmpty());
    return forward(layer) * (isFirst ? 1 : 2);
  }

  /** A training step's share of one image: forward and backward through all layers. */
  public static long training(Network network) {
    return network.placedLayers().stream()
        .mapToLong(layer -> forward(layer) + backward(network, layer))
        .sum();
  }
}
