package dev.plenum.tck.reference;

/** x · Φ(x) with the standard normal distribution Φ, exactly and with the tanh form of Φ. */
final class ReferenceGelu {
  private static final double ROOT = Math.sqrt(2 / Math.PI);
  private static final double CUBIC = 0.044715;
  /** Beyond this, Φ is 0 or 1 in double precision. */
  private static final double FAR = 9;

  private ReferenceGelu() {}

  static double exact(double x) {
    return x * normal(x);
  }

  /** Φ(x) + x · φ(x). */
  static double exactSlope(double x) {
    return normal(x) + x * density(x);
  }

  /**
   * Φ(x) = ½ + φ(x) · (x + x³/3 + x⁵/(3·5) + …), whose terms have one sign. Far from 0 the rounding of
   * ½ leaves 1e-16.
   */
  static double normal(double x) {
    if (x > FAR || x < -FAR) {
      return x > 0 ? 1 : 0;
    }
    double term = x;
    double sum = x;
    for (int odd = 3; Math.abs(term) > 1e-18 * Math.abs(sum); odd += 2) {
      term *= x * x / odd;
      sum += term;
    }
    return 0.5 + density(x) * sum;
  }

  private static double density(double x) {
    return StrictMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  static double approximate(double x) {
    return x / 2 * (1 + tanh(x));
  }

  static double approximateSlope(double x) {
    double inner = ROOT * (1 + 3 * CUBIC * x * x);
    return (1 + tanh(x)) / 2 + x / 2 * (1 - tanh(x) * tanh(x)) * inner;
  }

  private static double tanh(double x) {
    return StrictMath.tanh(ROOT * (x + CUBIC * x * x * x));
  }
}
