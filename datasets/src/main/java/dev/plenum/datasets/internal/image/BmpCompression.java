package dev.plenum.datasets.internal.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the pixels of a BMP file are packed. It may also hold a whole JPEG or PNG; that one's size would
 * escape our checks, and the JDK's reader would unpack it by way of a temporary file.
 */
final class BmpCompression {
  private static final int HEADER_SIZE_AT = 14;
  private static final int COMPRESSION_AT = 30;
  /** From this size on, headers have the field. */
  private static final int SMALLEST_HEADER = 40;
  /** None, runs of 8 or 4 bits, bit fields. */
  private static final int LAST_OF_PIXELS = 3;

  private BmpCompression() {}

  /**
   * Refuses what does not hold pixels.
   *
   * @throws IOException if so
   */
  static void requirePixels(byte[] bmp) throws IOException {
    if (bmp.length < COMPRESSION_AT + Integer.BYTES) {
      return; // Whatever it is, the reader finds it cut off.
    }
    ByteBuffer header = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN);
    int compression = header.getInt(COMPRESSION_AT);
    boolean known = compression >= 0 && compression <= LAST_OF_PIXELS;
    if (!known && header.getInt(HEADER_SIZE_AT) >= SMALLEST_HEADER) {
      throw new IOException(
          "its compression is %s, expected 0 to %s".formatted(compression, LAST_OF_PIXELS));
    }
  }
}
