package dev.plenum.api.network;

/** A layer that applies one function to every element. */
public sealed interface ElementwiseSpec extends LayerSpec
    permits ActivationLayer, ReLU, LeakyReLU, ELU {

  /** {@return the function; softmax, which looks at a whole image, only in the layer that ends a network} */
  ElementwiseFunction function();

  @Override
  default Shape outputShape(Shape input) {
    return input;
  }
}
