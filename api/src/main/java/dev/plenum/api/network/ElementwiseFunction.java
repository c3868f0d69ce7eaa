package dev.plenum.api.network;

/** A function of one number with its parameters: what activations compute, by Keras's formulas. */
public sealed interface ElementwiseFunction {

  /**
   * {@return whether the derivative at x follows from f(x) alone, so that an engine need not keep x}
   *
   * <p>Where it does: with y = f(x), ReLU has 1 for y above 0 and below the maximum, 0 at the maximum,
   * its negative slope else; the sigmoid y(1 − y), tanh 1 − y², ELU y + α where y is not positive, the
   * hard sigmoid 1/6 where 0 &lt; y &lt; 1.
   */
  default boolean derivesFromOutput() {
    return true;
  }

  /** {@code x}. */
  record Identity() implements ElementwiseFunction {}

  /**
   * {@code x} where threshold ≤ x &lt; maxValue, {@code maxValue} above, and {@code negativeSlope · (x −
   * threshold)} below.
   *
   * @param maxValue at least 0; infinite where there is none
   * @param negativeSlope at least 0
   * @param threshold at least 0
   */
  record Rectifier(double maxValue, double negativeSlope, double threshold)
      implements ElementwiseFunction {

    /** max(x, 0). */
    public static final Rectifier PLAIN = new Rectifier(Double.POSITIVE_INFINITY, 0, 0);
  }

  /**
   * {@code x} where x &gt; 0, else {@code alpha · (exp(x) − 1)}.
   *
   * @param alpha at least 0
   */
  record ExponentialLinear(double alpha) implements ElementwiseFunction {}

  /** {@code 1 / (1 + exp(−x))}. */
  record Sigmoid() implements ElementwiseFunction {}

  /** The hyperbolic tangent. */
  record Tanh() implements ElementwiseFunction {}

  /** {@code min(max(x / 6 + 1/2, 0), 1)}. */
  record HardSigmoid() implements ElementwiseFunction {}

  /** {@code x · sigmoid(x)}. */
  record Silu() implements ElementwiseFunction {
    @Override
    public boolean derivesFromOutput() {
      return false;
    }
  }

  /** {@code x · hardSigmoid(x)}. */
  record HardSilu() implements ElementwiseFunction {
    @Override
    public boolean derivesFromOutput() {
      return false;
    }
  }

  /**
   * {@code x · Φ(x)} with the normal distribution Φ (Hendrycks and Gimpel, 2016).
   *
   * @param approximate whether Φ(x) is taken as (1 + tanh(√(2/π) · (x + 0.044715 x³))) / 2
   */
  record Gelu(boolean approximate) implements ElementwiseFunction {
    @Override
    public boolean derivesFromOutput() {
      return false;
    }
  }

  /** exp(x_i) / Σ exp(x_j) over the values of an image: no function of one number, left to the loss. */
  record Softmax() implements ElementwiseFunction {}
}
