package dev.plenum.interchange.onnx.reading;

/** The error function, to tell one activation from another. */
final class Erf {
  private Erf() {}

  /** To 1.5e-7 (Abramowitz and Stegun, 1964, 7.1.26). */
  static double of(double x) {
    double t = 1 / (1 + 0.3275911 * Math.abs(x));
    double sum = t
        * (0.254829592
            + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    double positive = 1 - sum * StrictMath.exp(-x * x);
    return x < 0 ? -positive : positive;
  }
}
