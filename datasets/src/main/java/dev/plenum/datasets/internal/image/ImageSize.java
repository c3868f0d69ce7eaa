package dev.plenum.datasets.internal.image;

import java.util.Locale;

/**
 * How large images are.
 *
 * @param height in pixels, at least 1
 * @param width in pixels, at least 1
 */
public record ImageSize(int height, int width) {
  private static final int LONGEST_SIDE = 1 << 14;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is less than 1 or more than 16,384
   */
  public ImageSize {
    if (Math.min(height, width) < 1 || Math.max(height, width) > LONGEST_SIDE) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "an image size must be 1 to %d pixels each way, found %d x %d",
          LONGEST_SIDE,
          height,
          width));
    }
  }

  /** Height first, as in all shapes. */
  @Override
  public String toString() {
    return height + " x " + width;
  }
}
