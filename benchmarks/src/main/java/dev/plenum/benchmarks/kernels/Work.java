package dev.plenum.benchmarks.kernels;

/**
 * What a call of a kernel gets done.
 *
 * @param amount how many units
 * @param unit what is counted
 */
record Work(double amount, Unit unit) {
  /** What is counted. */
  enum Unit {
    /** Floating-point operations; a multiply-add is two. */
    OPERATION,
    /** Values of images. */
    PIXEL
  }

  /** So many multiply-adds. */
  static Work multiplyAdds(double count) {
    return operations(2 * count);
  }

  /** So many additions or multiplications. */
  static Work operations(double count) {
    return new Work(count, Unit.OPERATION);
  }

  /** So many values of images. */
  static Work pixels(double count) {
    return new Work(count, Unit.PIXEL);
  }
}
