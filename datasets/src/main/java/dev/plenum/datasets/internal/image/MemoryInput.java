package dev.plenum.datasets.internal.image;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory, for readers of ImageIO. The JDK's own stream for that registers with a thread that
 * frees it some time after the garbage collector has found it, which in a service that decodes thousands
 * of pictures a second is late: its memory grows.
 */
class MemoryInput extends ImageInputStreamImpl {
  final byte[] bytes;

  MemoryInput(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    checkClosed();
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (streamPos >= bytes.length) {
      return -1;
    }
    int count = (int) Math.min(length, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, to, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  /** Empty, so that the JVM need not keep it for a finalizer: there is nothing to free. */
  @Override
  @Deprecated(since = "9", forRemoval = true)
  @SuppressWarnings({"removal", "Finalize"})
  protected final void finalize() {}
}
