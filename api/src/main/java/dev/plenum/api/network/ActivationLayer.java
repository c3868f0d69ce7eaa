package dev.plenum.api.network;

/**
 * An activation as a layer of its own: Keras's {@code Activation}.
 *
 * @param activation what it applies; softmax only where it ends a network, behind a flat value
 */
public record ActivationLayer(Activation activation) implements ElementwiseSpec {

  @Override
  public ElementwiseFunction function() {
    return activation.function();
  }

  @Override
  public String type() {
    return "Activation";
  }

  @Override
  public String namePrefix() {
    return "activation";
  }
}
