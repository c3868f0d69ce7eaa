package dev.plenum.ensemble;

/** The cross-entropy where only probabilities are known. */
final class ClippedLoss {
  /** Keras's epsilon. */
  private static final double EPSILON = 1e-7;

  private ClippedLoss() {}

  /** −ln p, with p brought into [10⁻⁷, 1 − 10⁻⁷] as Keras does; NaN if it is. */
  static double of(double probability) {
    return -StrictMath.log(Math.min(Math.max(probability, EPSILON), 1 - EPSILON));
  }
}
