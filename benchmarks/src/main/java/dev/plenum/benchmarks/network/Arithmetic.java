package dev.plenum.benchmarks.network;

import dev.plenum.api.network.ActivationLayer;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.ELU;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.LeakyReLU;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.ReLU;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.ZeroPadding2D;
import java.util.Set;

/**
 * The multiply-adds of one image, counted densely: as if every product of the textbook formulas were
 * computed one by one, those with zeros and with the padding too. An engine that saves some of them
 * can be faster than the processor's peak allows.
 */
public final class Arithmetic {
  /** Layers whose products are counted. */
  static final Set<Class<?>> COUNTED =
      Set.of(Conv2D.class, DepthwiseConv2D.class, SeparableConv2D.class, Dense.class);

  /** Layers that multiply each value once at most. */
  static final Set<Class<?>> FREE = Set.of(
      MaxPool2D.class,
      AveragePooling2D.class,
      GlobalAveragePooling2D.class,
      GlobalMaxPooling2D.class,
      BatchNormalization.class,
      ActivationLayer.class,
      ReLU.class,
      LeakyReLU.class,
      ELU.class,
      Dropout.class,
      SpatialDropout2D.class,
      Flatten.class,
      Reshape.class,
      ZeroPadding2D.class,
      Cropping2D.class,
      Rescaling.class,
      Normalization.class);

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
    if (layer.spec() instanceof DepthwiseConv2D depthwise) {
      return (long) layer.output().size()
          * depthwise.window().height()
          * depthwise.window().width();
    }
    if (layer.spec() instanceof SeparableConv2D separable) {
      DepthwiseConv2D depthwise = separable.depthwise();
      Shape middle = depthwise.outputShape(layer.input());
      return (long) middle.size()
              * depthwise.window().height()
              * depthwise.window().width()
          + (long) layer.output().size() * middle.channels();
    }
    if (layer.spec() instanceof MergeSpec || FREE.contains(layer.spec().getClass())) {
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
