package dev.plenum.api.network;

/**
 * Rows and columns at the sides of an image.
 *
 * @param top rows, at least 0
 * @param bottom rows, at least 0
 * @param left columns, at least 0
 * @param right columns, at least 0
 */
public record Margins(int top, int bottom, int left, int right) {
  private static final int MAX = 1 << 20;

  /**
   * Checks the numbers.
   *
   * @param top rows, 0 to 2²⁰
   * @param bottom rows, 0 to 2²⁰
   * @param left columns, 0 to 2²⁰
   * @param right columns, 0 to 2²⁰
   * @throws InvalidNetworkException if one is negative, or as large as no image is
   */
  public Margins {
    for (int side : new int[] {top, bottom, left, right}) {
      if (side < 0 || side > MAX) {
        throw new InvalidNetworkException("the rows and columns at an image's sides must be 0 to "
            + MAX + ", found " + top + ", " + bottom + ", " + left + " and " + right);
      }
    }
  }

  /**
   * {@return margins with the same number of rows and columns on every side}
   *
   * @param each how many, 0 to 2²⁰
   */
  public static Margins of(int each) {
    return new Margins(each, each, each, each);
  }

  /** Rows above and below together. */
  int rows() {
    return top + bottom;
  }

  /** Columns on both sides together. */
  int columns() {
    return left + right;
  }
}
