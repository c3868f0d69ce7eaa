package dev.plenum.api.network;

/**
 * {@code x} where positive, else {@code alpha · (exp(x) − 1)} (Clevert, Unterthiner and Hochreiter,
 * 2016).
 *
 * @param alpha at least 0
 */
public record ELU(double alpha) implements ElementwiseSpec {

  /**
   * Checks alpha.
   *
   * @param alpha at least 0 and finite
   * @throws InvalidNetworkException if it is negative or no number
   */
  public ELU {
    Check.finite("ELU", "alpha", alpha);
  }

  /** {@return a layer with Keras's alpha, 1} */
  public static ELU defaults() {
    return new ELU(1);
  }

  @Override
  public ElementwiseFunction function() {
    return new ElementwiseFunction.ExponentialLinear(alpha);
  }

  @Override
  public String type() {
    return "ELU";
  }

  @Override
  public String namePrefix() {
    return "elu";
  }
}
