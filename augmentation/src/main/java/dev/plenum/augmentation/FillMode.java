package dev.plenum.augmentation;

import java.util.Locale;

/** What is seen beyond the border of an image, shown for the row {@code a b c d}. */
public enum FillMode {
  /** {@code a a a a | a b c d | d d d d}. */
  NEAREST {
    @Override
    int index(long position, int size) {
      return (int) Math.max(0, Math.min(size - 1, position));
    }
  },

  /**
   * {@code k k k k | a b c d | k k k k}: one value at every position beyond the centre of the border
   * pixels, with a hard edge.
   */
  CONSTANT {
    @Override
    int index(long position, int size) {
      return NEAREST.index(position, size);
    }
  },

  /** {@code d c b a | a b c d | d c b a}: mirrored, the border pixel twice. */
  REFLECT {
    @Override
    int index(long position, int size) {
      long inPeriod = Math.floorMod(position, 2L * size);
      return (int) Math.min(inPeriod, 2L * size - 1 - inPeriod);
    }
  },

  /** {@code a b c d | a b c d | a b c d}: repeated, {@code d} and {@code a} being neighbours. */
  WRAP {
    @Override
    int index(long position, int size) {
      return Math.floorMod(position, size);
    }
  };

  /** The pixel, in 0 … size − 1, that is seen at a position before, in or behind a row of pixels. */
  abstract int index(long position, int size);

  /** As Keras calls it: {@code nearest}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
