package dev.plenum.api.callback;

/** The curve of cosine annealing. */
final class HalfCosine {
  private HalfCosine() {}

  /**
   * {@code end + (start − end) · (1 + cos πx) / 2} for x from 0 to 1. The last factor is computed as
   * cos²(πx / 2), which stays greater than 0 as long as x is less than 1.
   */
  static double between(double start, double end, double x) {
    double cos = StrictMath.cos(Math.PI / 2 * x);
    return end + (start - end) * cos * cos;
  }
}
