package dev.plenum.datasets.internal.jpeg;

import java.util.Arrays;

/**
 * How exactly a component's coefficients are known. A scan gives some of them without their lowest
 * bits; later scans give one bit more each.
 */
final class Progress {
  private static final int NOTHING_KNOWN = -1;

  /** For each coefficient, in the file's order, how many bits are still to come. */
  private final int[] missingBits = new int[Block.SIZE];

  Progress() {
    Arrays.fill(missingBits, NOTHING_KNOWN);
  }

  /** Whether every bit is there. */
  boolean isWhole() {
    return Arrays.stream(missingBits).allMatch(missing -> missing == 0);
  }

  /** All of them come with the next scan. */
  void complete() {
    Arrays.fill(missingBits, 0);
  }

  /**
   * They come with the next scan.
   *
   * @throws JpegException if that scan gives what is there, or leaves out bits between
   */
  void advance(Band band) throws JpegException {
    int known = band.isFirst() ? NOTHING_KNOWN : band.missingBitsBefore();
    for (int k = band.from(); k <= band.to(); k++) {
      if (missingBits[k] != known) {
        throw new JpegException("its scans do not follow from one another");
      }
      missingBits[k] = band.missingBits();
    }
  }
}
