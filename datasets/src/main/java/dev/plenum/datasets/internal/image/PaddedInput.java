package dev.plenum.datasets.internal.image;

import java.io.IOException;
import java.util.Arrays;

/**
 * A file in memory for a reader that looks a few bytes beyond the end of its data, and takes a file that
 * is cut off for one that goes on with zeros. The few are there; a reader that wants more is stopped.
 */
final class PaddedInput extends MemoryInput {
  private static final int PADDING = 16;

  PaddedInput(byte[] bytes) {
    super(bytes);
  }

  /** Always as many as asked for: the class above takes less for the end. */
  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    checkClosed();
    bitOffset = 0;
    if (streamPos + length > bytes.length + PADDING) {
      throw new IOException("it is cut off");
    }
    int count = (int) Math.max(0, Math.min(length, bytes.length - streamPos));
    if (count > 0) {
      System.arraycopy(bytes, (int) streamPos, to, offset, count);
    }
    Arrays.fill(to, offset + count, offset + length, (byte) 0);
    streamPos += length;
    return length;
  }
}
