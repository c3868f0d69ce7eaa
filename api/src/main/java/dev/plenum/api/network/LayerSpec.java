package dev.plenum.api.network;

import java.util.List;

/**
 * What a layer is, apart from any network: immutable, and valid once made. A layer's place in a
 * network gives it a name and shapes, see {@link PlacedLayer}.
 */
public sealed interface LayerSpec permits Conv2D, Dense, Dropout, Flatten, MaxPool2D {

  /** Keras's class name: {@code Conv2D}. */
  String type();

  /** Keras's prefix of layer names: {@code conv2d}. */
  String namePrefix();

  /**
   * The shape of the layer's output.
   *
   * @throws InvalidNetworkException if the layer cannot take such an input; the message has the
   *     shape that it needs and the one found
   */
  Shape outputShape(Shape input);

  /** The layer's trainable parameters for an input of that shape, kernel before bias. */
  default List<ParameterSpec> parameters(Shape input) {
    return List.of();
  }

  /** What the layer applies to its outputs: {@link Activation#LINEAR} where it has no choice. */
  default Activation activation() {
    return Activation.LINEAR;
  }
}
