package dev.plenum.interchange.imported;

/**
 * The numbers that pixels are for a network: black, and white.
 *
 * @param low what the byte 0 is
 * @param high what the byte 255 is; greater
 */
public record PixelRange(double low, double high) {
  /** Bytes as they are. */
  public static final PixelRange BYTES = new PixelRange(0, 255);

  /** Bytes divided by 255. */
  public static final PixelRange UNIT = new PixelRange(0, 1);

  /** As the user writes it: {@code 0..255}. */
  @Override
  public String toString() {
    return shortest(low) + ".." + shortest(high);
  }

  private static String shortest(double number) {
    return number == (int) number ? String.valueOf((int) number) : String.valueOf((float) number);
  }
}
