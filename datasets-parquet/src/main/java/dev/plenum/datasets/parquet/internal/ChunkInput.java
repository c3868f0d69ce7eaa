package dev.plenum.datasets.parquet.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of a file, from its beginning to its end; closing it does not close the file. */
final class ChunkInput extends InputStream {
  private final FileChannel file;
  private final long end;
  private long position;

  ChunkInput(FileChannel file, long start, long end) {
    this.file = file;
    this.position = start;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int wanted = (int) Math.min(length, end - position);
    if (wanted <= 0) {
      return length == 0 ? 0 : -1;
    }
    int count = file.read(ByteBuffer.wrap(bytes, offset, wanted), position);
    position += Math.max(count, 0);
    return count;
  }
}
