package dev.plenum.datasets.internal.jpeg;

import java.nio.ByteBuffer;

/** Walks over the markers of a file and the segments behind them. */
final class Segments {
  private static final int FILL = 0xff;

  private final byte[] file;
  private int at;

  Segments(byte[] file, int at) {
    this.file = file;
    this.at = at;
  }

  /**
   * Goes behind the next marker. What is before it is skipped: fill bytes, and whatever else a writer
   * has left there.
   *
   * @return the marker's second byte
   * @throws JpegException if the file ends before
   */
  int nextMarker() throws JpegException {
    while (at + 1 < file.length) {
      int second = file[at + 1] & 0xff;
      boolean found = (file[at] & 0xff) == FILL && second != FILL && second != 0;
      at += found ? 2 : 1;
      if (found) {
        return second;
      }
    }
    throw JpegException.cutOff();
  }

  /** The data of the segment whose marker has just been read. Goes behind them. */
  ByteBuffer data() throws JpegException {
    if (at + 2 > file.length) {
      throw JpegException.cutOff();
    }
    int length = (file[at] & 0xff) << 8 | (file[at + 1] & 0xff);
    if (length < 2) {
      throw new JpegException("a segment has the length " + length);
    }
    if (at + length > file.length) {
      throw JpegException.cutOff();
    }
    ByteBuffer data = ByteBuffer.wrap(file, at + 2, length - 2).slice();
    at += length;
    return data;
  }

  int position() {
    return at;
  }

  void position(int position) {
    at = position;
  }
}
