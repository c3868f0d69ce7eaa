package dev.plenum.backend.purejava.internal.kernels;

/**
 * The error function 2/√π ∫₀ˣ exp(−t²) dt, to about 15 digits: near 0 by its Taylor series, farther out
 * by the continued fraction of 1 − erf (Abramowitz and Stegun, 7.1.6 and 7.1.14). It uses StrictMath only,
 * so the bits are the same everywhere.
 */
public final class Erf {
  private static final double TWO_BY_ROOT_PI = 2 / Math.sqrt(Math.PI);
  /** Here both need about as many terms. */
  private static final double BORDER = 2.2;
  /** Beyond that the result is ± 1 in double precision. */
  private static final double END = 6;

  private static final int FRACTION_TERMS = 40;

  private Erf() {}

  /** Its value; NaN for NaN. */
  public static double of(double x) {
    double magnitude = Math.abs(x);
    if (magnitude > END) {
      return Math.signum(x);
    }
    return magnitude < BORDER ? series(x) : Math.signum(x) * (1 - complement(magnitude));
  }

  /** 2/√π · exp(−x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1 · 3 · 5 ⋯ (2n + 1)), whose terms are all of one sign. */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > Math.abs(sum) * 0x1p-54; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_BY_ROOT_PI * StrictMath.exp(-x * x) * sum;
  }

  /** exp(−x²) / √π / (x + (1/2) / (x + 1 / (x + (3/2) / (x + …)))). */
  private static double complement(double x) {
    double tail = x;
    for (int n = FRACTION_TERMS; n >= 1; n--) {
      tail = x + n / 2.0 / tail;
    }
    return StrictMath.exp(-x * x) / Math.sqrt(Math.PI) / tail;
  }
}
