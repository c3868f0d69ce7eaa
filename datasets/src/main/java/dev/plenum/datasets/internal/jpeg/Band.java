package dev.plenum.datasets.internal.jpeg;

/**
 * Which coefficients a scan has, and which of their bits.
 *
 * @param from the first, in the file's order
 * @param to the last
 * @param missingBitsBefore how many of the lowest bits were still to come before the scan; 0 for the
 *     first scan of these coefficients, which has all the higher bits
 * @param missingBits how many are still to come after it
 */
record Band(int from, int to, int missingBitsBefore, int missingBits) {
  private static final int MOST_MISSING_BITS = 13;

  /** The band of a progressive scan's header. */
  static Band ofProgressive(int from, int to, int approximation) throws JpegException {
    Band band = new Band(from, to, approximation >>> 4, approximation & 15);
    boolean coefficients = from == 0 ? to == 0 : from <= to && to < Block.SIZE;
    boolean bits = band.isFirst()
        ? band.missingBits <= MOST_MISSING_BITS
        : band.missingBits == band.missingBitsBefore - 1;
    if (!coefficients || !bits) {
      throw new JpegException("a scan has impossible " + band);
    }
    return band;
  }

  /** Whether these coefficients have not been in a scan yet. */
  boolean isFirst() {
    return missingBitsBefore == 0;
  }

  /** Whether it is the coefficient of the mean. */
  boolean isDc() {
    return from == 0;
  }

  @Override
  public String toString() {
    return "coefficients %s to %s, bits %s to %s"
        .formatted(from, to, missingBitsBefore, missingBits);
  }
}
