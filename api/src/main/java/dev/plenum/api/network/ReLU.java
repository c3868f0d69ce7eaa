package dev.plenum.api.network;

/**
 * The rectifier with all of Keras's settings: {@code x} where threshold ≤ x &lt; maxValue, {@code
 * maxValue} above, {@code negativeSlope · (x − threshold)} below.
 *
 * @param maxValue greater than the threshold; infinite where there is none
 * @param negativeSlope at least 0
 * @param threshold at least 0
 */
public record ReLU(double maxValue, double negativeSlope, double threshold)
    implements ElementwiseSpec {

  /**
   * Checks the values.
   *
   * @param maxValue greater than the threshold; infinite where there is none
   * @param negativeSlope at least 0 and finite
   * @param threshold at least 0 and finite
   * @throws InvalidNetworkException if one is negative or no number, another one than the maximum is
   *     infinite, or the maximum is not greater than the threshold
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

  /** {@return a layer that computes {@code max(x, 0)}} */
  public static ReLU instance() {
    return new ReLU(Double.POSITIVE_INFINITY, 0, 0);
  }

  /**
   * {@return the same layer with this largest output}
   *
   * @param maxValue greater than the threshold; 6 makes ReLU6, and infinity means no maximum
   */
  public ReLU maxValue(double maxValue) {
    return new ReLU(maxValue, negativeSlope, threshold);
  }

  /**
   * {@return the same layer with this slope below the threshold}
   *
   * @param negativeSlope at least 0
   */
  public ReLU negativeSlope(double negativeSlope) {
    return new ReLU(maxValue, negativeSlope, threshold);
  }

  /**
   * {@return the same layer with this threshold}
   *
   * @param threshold where the negative slope begins, at least 0 and less than the maximum
   */
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
