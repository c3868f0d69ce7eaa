package dev.plenum.api.random;

/**
 * The standard normal distribution's quantiles, by Wichura's algorithm AS 241 (PPND16, "The percentage
 * points of the normal distribution", 1988), exact to about 16 digits. It uses StrictMath only, so the
 * bits are the same everywhere.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // as they are published
final class NormalDistribution {
  /** Where p is nearer to 1/2 than this, a rational function of p − 1/2 serves, else of √(−ln p). */
  private static final double CENTRE = 0.425;

  private static final double[] CENTRE_NUMERATOR = {
    3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
    1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
    3.3430575583588128105e+4, 2.5090809287301226727e+3
  };
  private static final double[] CENTRE_DENOMINATOR = {
    1,
    4.2313330701600911252e+1,
    6.8718700749205790830e+2,
    5.3941960214247511077e+3,
    2.1213794301586595867e+4,
    3.9307895800092710610e+4,
    2.8729085735721942674e+4,
    5.2264952788528545610e+3
  };
  private static final double[] TAIL_NUMERATOR = {
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4
  };
  private static final double[] TAIL_DENOMINATOR = {
    1,
    2.05319162663775882187e0,
    1.67638483018380384940e0,
    6.89767334985100004550e-1,
    1.48103976427480074590e-1,
    1.51986665636164571966e-2,
    5.47593808499534494600e-4,
    1.05075007164441684324e-9
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
