package dev.plenum.api.network;

/**
 * {@code x} where positive, else {@code negativeSlope · x}.
 *
 * @param negativeSlope at least 0
 */
public record LeakyReLU(double negativeSlope) implements ElementwiseSpec {

  /**
   * Checks the slope.
   *
   * @param negativeSlope at least 0 and finite
   * @throws InvalidNetworkException if it is negative or no number
   */
  public LeakyReLU {
    Check.finite("LeakyReLU", "the negative slope", negativeSlope);
  }

  /** {@return a layer with Keras's slope, 0.3} */
  public static LeakyReLU defaults() {
    return new LeakyReLU(0.3);
  }

  @Override
  public ElementwiseFunction function() {
    return new ElementwiseFunction.Rectifier(Double.POSITIVE_INFINITY, negativeSlope, 0);
  }

  @Override
  public String type() {
    return "LeakyReLU";
  }

  @Override
  public String namePrefix() {
    return "leaky_re_lu";
  }
}
