package dev.plenum.datasets.internal.pixels;

import dev.plenum.datasets.internal.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Reads and writes at places in a file, whatever moves there at the same time.
 *
 * @param channel of the file
 */
record Blocks(FileChannel channel) {
  /** Of the pixels that one digest is of: so large that digests take nothing, so small that all cores work. */
  private static final int BLOCK = 1 << 24;

  private static final int BUFFER = 1 << 16;

  /** Of several arrays, one behind the other. */
  static byte[] sha256(byte[]... parts) {
    MessageDigest digest = Sha256.newDigest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** How many blocks so many bytes are. */
  static long count(long bytes) {
    return (bytes + BLOCK - 1) / BLOCK;
  }

  /**
   * Bytes from a position on.
   *
   * @throws EOFException if the file has less
   */
  byte[] read(long position, int length) throws IOException {
    byte[] bytes = new byte[length];
    read(position, ByteBuffer.wrap(bytes));
    return bytes;
  }

  private void read(long position, ByteBuffer buffer) throws IOException {
    long at = position;
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, at);
      if (count < 0) {
        throw new EOFException();
      }
      at += count;
    }
  }

  /** Writes bytes from a position on. */
  void write(long position, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long at = position;
    while (buffer.hasRemaining()) {
      at += channel.write(buffer, at);
    }
  }

  /** The SHA-256 of each block of a part of the file, one behind the other; computed on all cores. */
  byte[] digests(long start, long length) throws IOException {
    int blocks = Math.toIntExact(count(length));
    byte[] digests = new byte[blocks * Sha256.newDigest().getDigestLength()];
    try {
      IntStream.range(0, blocks).parallel().forEach(block -> {
        byte[] digest = digest(start, length, block);
        System.arraycopy(digest, 0, digests, block * digest.length, digest.length);
      });
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
    return digests;
  }

  private byte[] digest(long start, long length, int block) {
    MessageDigest digest = Sha256.newDigest();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    long end = Math.min(length, (block + 1L) * BLOCK);
    try {
      for (long at = (long) block * BLOCK; at < end; at += buffer.limit()) {
        buffer.clear().limit((int) Math.min(BUFFER, end - at));
        read(start + at, buffer);
        digest.update(buffer.flip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return digest.digest();
  }
}
