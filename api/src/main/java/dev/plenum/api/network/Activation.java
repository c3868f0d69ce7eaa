package dev.plenum.api.network;

import java.util.Locale;

/** The functions that a layer can apply to its outputs, by Keras's names. */
public enum Activation {
  /** {@code x}. */
  LINEAR(new ElementwiseFunction.Identity()),
  /** {@code max(x, 0)}. */
  RELU(ElementwiseFunction.Rectifier.PLAIN),
  /** {@code min(max(x, 0), 6)}. */
  RELU6(new ElementwiseFunction.Rectifier(6, 0, 0)),
  /** {@code x} where positive, else {@code 0.2 x}. */
  LEAKY_RELU(new ElementwiseFunction.Rectifier(Double.POSITIVE_INFINITY, 0.2, 0)),
  /** {@code x} where positive, else {@code exp(x) - 1}. */
  ELU(new ElementwiseFunction.ExponentialLinear(1)),
  /** {@code x · Φ(x)}. */
  GELU(new ElementwiseFunction.Gelu(false)),
  /** The same with the tanh form of Φ; Keras has it only as a function, not as a name. */
  GELU_TANH(new ElementwiseFunction.Gelu(true)),
  /** {@code x / (1 + exp(-x))}, also called swish. */
  SILU(new ElementwiseFunction.Silu()),
  /** {@code 1 / (1 + exp(-x))}. */
  SIGMOID(new ElementwiseFunction.Sigmoid()),
  /** {@code min(max(x / 6 + 0.5, 0), 1)}. */
  HARD_SIGMOID(new ElementwiseFunction.HardSigmoid()),
  /** {@code x · hard_sigmoid(x)}, also called hard_swish. */
  HARD_SILU(new ElementwiseFunction.HardSilu()),
  /** The hyperbolic tangent. */
  TANH(new ElementwiseFunction.Tanh()),
  /** {@code exp(x_i) / Σ exp(x_j)} over the values of an image; allowed only at a network's end. */
  SOFTMAX(new ElementwiseFunction.Softmax());

  @SuppressWarnings("ImmutableEnumChecker") // all functions are records of numbers
  private final ElementwiseFunction function;

  Activation(ElementwiseFunction function) {
    this.function = function;
  }

  /** {@return what it computes} */
  public ElementwiseFunction function() {
    return function;
  }

  /** {@return a layer that does nothing else} */
  public ActivationLayer layer() {
    return new ActivationLayer(this);
  }

  /** Keras's name: {@code relu}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
