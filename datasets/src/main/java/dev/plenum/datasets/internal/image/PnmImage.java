package dev.plenum.datasets.internal.image;

import java.io.IOException;

/**
 * The first picture of a PBM, PGM or PPM file, in text or binary (P1 to P6). Samples are scaled to 0 …
 * 255 and rounded.
 */
final class PnmImage implements StoredImage {
  private static final int LARGEST_MAXIMUM = 65_535;
  private static final int LAST_OF_TEXT = 3;
  private static final int DIGITS = 9;
  private static final String SPACE = " \t\n\u000b\f\r";

  private final byte[] bytes;
  /** Of the next byte. */
  private int at = 2;

  private final boolean text;
  private final boolean bits;
  private final int channels;
  private final int width;
  private final int height;
  private final int maximum;

  PnmImage(byte[] bytes) throws IOException {
    this.bytes = bytes;
    int kind = bytes[1] - '0';
    this.text = kind <= LAST_OF_TEXT;
    this.bits = kind % LAST_OF_TEXT == 1;
    this.channels = kind % LAST_OF_TEXT == 0 ? PixelImage.RGB : PixelImage.GREY;
    this.width = nextNumber();
    this.height = nextNumber();
    this.maximum = bits ? 1 : nextNumber();
    if (maximum < 1 || maximum > LARGEST_MAXIMUM) {
      throw new IOException(
          "its largest value is %s, expected 1 to %s".formatted(maximum, LARGEST_MAXIMUM));
    }
    skipSpaceBeforeData();
  }

  /** One white space; a comment may be before it. */
  private void skipSpaceBeforeData() throws IOException {
    int found = next();
    if (found == '#') {
      skipLine();
    } else if (SPACE.indexOf(found) < 0) {
      throw new IOException("white space is expected where byte %s is".formatted(found));
    }
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public PixelImage pixels() throws IOException {
    requireEnoughBytes();
    byte[] pixels = new byte[height * width * channels];
    for (int i = 0; i < pixels.length; i++) {
      int sample = text ? nextOfText() : bits ? bit(i) : nextOfBinary();
      if (sample > maximum) {
        throw new IOException("a sample is %s, at most %s is possible".formatted(sample, maximum));
      }
      int value = (255 * sample + maximum / 2) / maximum;
      pixels[i] = (byte) (bits ? 255 - value : value); // A bit is ink.
    }
    return new PixelImage(height, width, channels, pixels);
  }

  /** Before there is an array for them. */
  private void requireEnoughBytes() throws IOException {
    long row = (long) width * channels;
    long needed = bits && !text ? (row + 7) / 8 * height : row * height;
    if (needed > bytes.length - at) {
      throw new IOException("it is cut off");
    }
  }

  private int nextOfText() throws IOException {
    if (!bits) {
      return nextNumber();
    }
    skipSpace();
    return digit(next());
  }

  private int nextOfBinary() throws IOException {
    return maximum < 256 ? next() : next() << 8 | next();
  }

  /** Rows of bits begin at whole bytes. */
  private int bit(int i) {
    int column = i % width;
    int place = at + i / width * ((width + 7) / 8) + column / 8;
    return bytes[place] >> (7 - column % 8) & 1;
  }

  private int nextNumber() throws IOException {
    skipSpace();
    int value = digit(next());
    for (int i = 1; i < DIGITS && at < bytes.length && isDigit(bytes[at]); i++) {
      value = 10 * value + digit(next());
    }
    return value;
  }

  /** White space and comments. */
  private void skipSpace() throws IOException {
    int found = next();
    while (found == '#' || SPACE.indexOf(found) >= 0) {
      if (found == '#') {
        skipLine();
      }
      found = next();
    }
    at--;
  }

  private void skipLine() throws IOException {
    int found = next();
    while (found != '\n' && found != '\r') {
      found = next();
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static int digit(int c) throws IOException {
    if (!isDigit(c)) {
      throw new IOException("a number is expected where byte %s is".formatted(c));
    }
    return c - '0';
  }

  private int next() throws IOException {
    if (at >= bytes.length) {
      throw new IOException("it is cut off");
    }
    return bytes[at++] & 0xff;
  }
}
