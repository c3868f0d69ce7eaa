package dev.plenum.api.network;

/**
 * The rectifier with all of Keras's settings: {@code x} where threshold ≤ x &lt; maxValue, {@code
 * maxValue} above, {@code negativeSlope · (x − threshold)} below.
 *
 * @param maxValue at least 0; infinite where there is none
 * @param negativeSlope at least 0
 * @param threshold at least 0
 */
public record ReLU(double maxValue, double negativeSlope, double threshold)
    implements ElementwiseSpec {

  /**
   * Checks the values.
   *
   * @throws InvalidNetworkException if one is negative or no number, or only the maximum is finite
   */
  public ReLU {
    Check.notNegative("ReLU", "the maximum", maxValue);
    Check.finite("ReLU", "the negative slope", negativeSlope);
    Check.finite("ReLU", "the threshold", threshold);
    if (maxValue <= threshold) {
      throw new InvalidNetworkException(
          "ReLU: the maximum must be greater than the threshold, found " + maxValue + " and "
              + threshold);
    }
  }

  /** {@code max(x, 0)}. */
  public static ReLU instance() {
    return new ReLU(Double.POSITIVE_INFINITY, 0, 0);
  }

  /** The same with this largest output: 6 makes ReLU6. */
  public ReLU maxValue(double maxValue) {
    return new ReLU(maxValue, negativeSlope, threshold);
  }

  /** The same with this slope below the threshold. */
  public ReLU negativeSlope(double negativeSlope) {
    return new ReLU(maxValue, negativeSlope, threshold);
  }

  /** The same with this threshold. */
  public ReLU threshold(double threshold) {
    return new ReLU(maxValue, negativeSlope, threshold);
  }

  @Override
  public ElementwiseFunction function() {
    return new ElementwiseFunction.Rectifier(maxValue, negativeSlope, threshold);
  }

  @Override
  public String type() {
    return "ReLU";
  }

  @Override
  public String namePrefix() {
    return "re_lu";
  }
}
