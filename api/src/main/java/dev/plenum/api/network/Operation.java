package dev.plenum.api.network;

/**
 * What computes one value of a network from others: a layer, which reads one value, or a merge, which
 * reads several. Immutable, and valid once made.
 */
public sealed interface Operation permits LayerSpec, MergeSpec {

  /** {@return Keras's class name: {@code Conv2D}} */
  String type();

  /** {@return Keras's prefix of layer names: {@code conv2d}} */
  String namePrefix();

  /** {@return what it applies to its outputs: {@link Activation#LINEAR} where it has no choice} */
  default Activation activation() {
    return Activation.LINEAR;
  }
}
