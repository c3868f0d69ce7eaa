package dev.plenum.datasets.internal.jpeg;

/**
 * The bits of a scan's entropy-coded data, the highest of each byte first. A byte of ones is followed
 * by a zero that does not count; if it is followed by anything else, that is a marker, where the data
 * end.
 */
final class BitReader {
  private static final int ROOM = Long.SIZE - Byte.SIZE;

  private final byte[] file;
  /** Of the next byte, or of the marker. */
  private int at;

  private long bits;
  /** How many of the lowest bits are still to be read. */
  private int count;

  BitReader(byte[] file, int at) {
    this.file = file;
    this.at = at;
  }

  /** The next {@code n} bits, at most 16, which are not read yet; zeros behind the end of the data. */
  int peek(int n) {
    if (count < n) {
      fill();
    }
    long next = count >= n ? bits >>> (count - n) : bits << (n - count);
    return (int) next & ((1 << n) - 1);
  }

  /**
   * Reads bits that were looked at.
   *
   * @throws JpegException if the data end before
   */
  void skip(int n) throws JpegException {
    if (n > count) {
      throw JpegException.cutOff();
    }
    count -= n;
  }

  /** The next {@code n} bits, 0 to 16. */
  int read(int n) throws JpegException {
    int value = peek(n);
    skip(n);
    return value;
  }

  /** A number of {@code n} bits, 0 to 16, whose first bit is 0 if it is negative. */
  int readSigned(int n) throws JpegException {
    int value = read(n);
    return n == 0 || value >>> (n - 1) != 0 ? value : value - (1 << n) + 1;
  }

  private void fill() {
    while (count <= ROOM && at < file.length) {
      int value = file[at] & 0xff;
      if (value == 0xff) {
        if (at + 1 >= file.length || file[at + 1] != 0) {
          return;
        }
        at++;
      }
      at++;
      bits = bits << Byte.SIZE | value;
      count += Byte.SIZE;
    }
  }

  /**
   * Leaves what is left of the data, up to the next marker, and goes behind that.
   *
   * @return the marker's second byte
   */
  int nextMarker() throws JpegException {
    Segments segments = new Segments(file, at);
    int marker = segments.nextMarker();
    at = segments.position();
    bits = 0;
    count = 0;
    return marker;
  }

  /** Where to look for the next marker. */
  int position() {
    return at;
  }
}
