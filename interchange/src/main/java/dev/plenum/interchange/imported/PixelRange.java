package dev.plenum.interchange.imported;

import java.math.BigDecimal;

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

  /**
   * {@return a range as users write it: {@code 0..255}}
   *
   * @param text two numbers with two dots between them, the lower first
   * @throws IllegalArgumentException if it is none; the message is what is allowed
   */
  public static PixelRange parse(String text) {
    String allowed = "two numbers, the lower first, such as 0..255, 0..1 or -0.5..0.5";
    String[] ends = text.split("\\.\\.", -1);
    try {
      PixelRange range = new PixelRange(
          new BigDecimal(ends[0].strip()).doubleValue(),
          new BigDecimal(ends[ends.length - 1].strip()).doubleValue());
      if (ends.length == 2 && range.low < range.high && Double.isFinite(range.high - range.low)) {
        return range;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(allowed, e);
    }
    throw new IllegalArgumentException(allowed);
  }

  /** As the user writes it: {@code 0..255}. */
  @Override
  public String toString() {
    return shortest(low) + ".." + shortest(high);
  }

  private static String shortest(double number) {
    return number == (int) number ? String.valueOf((int) number) : String.valueOf((float) number);
  }
}
