package dev.plenum.api.random;

/**
 * The standard normal distribution's quantiles, by Wichura's algorithm AS 241 (PPND16, "The percentage
 * points of the normal distribution", 1988), exact to about 16 digits; its coefficients are rounded to
 * double precision here. It uses StrictMath only, so the bits are the same everywhere.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // as they are published
final class NormalDistribution {
  /** Where p is nearer to 1/2 than this, a rational function of p − 1/2 serves, else of √(−ln p). */
  private static final double CENTRE = 0.425;

  private static final double[] CENTRE_NUMERATOR = {
    3.3871328727963665, 133.14166789178438, 1971.5909503065513,
    13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227
  };
  private static final double[] CENTRE_DENOMINATOR = {
    1,
    42.31333070160091,
    687.1870074920579,
    5394.196021424751,
    21213.794301586597,
    39307.89580009271,
    28729.085735721943,
    5226.495278852854
  };
  private static final double[] TAIL_NUMERATOR = {
    1.4234371107496835, 4.630337846156546, 5.769497221460691,
    3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
    0.022723844989269184, 0.0007745450142783414
  };
  private static final double[] TAIL_DENOMINATOR = {
    1,
    2.053191626637759,
    1.6763848301838038,
    0.6897673349851,
    0.14810397642748008,
    0.015198666563616457,
    0.0005475938084995345,
    1.0507500716444169e-09
  };

  private NormalDistribution() {}

  /**
   * The number that a standard normal one is below with probability p.
   *
   * @param p at least 1.4e-11 and at most 1 − 1.4e-11, which is ± 6.6
   */
  static double quantile(double p) {
    double q = p - 0.5;
    if (Math.abs(q) <= CENTRE) {
      double r = CENTRE * CENTRE - q * q;
      return q * polynomial(CENTRE_NUMERATOR, r) / polynomial(CENTRE_DENOMINATOR, r);
    }
    double r = Math.sqrt(-StrictMath.log(Math.min(p, 1 - p))) - 1.6;
    double magnitude = polynomial(TAIL_NUMERATOR, r) / polynomial(TAIL_DENOMINATOR, r);
    return q < 0 ? -magnitude : magnitude;
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
