package dev.plenum.app.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A little that becomes a lot. */
final class Bomb {
  private static final int CHUNK = 1 << 20;

  private final byte[] deflated;
  private final long crc;
  private final long size;

  private Bomb(byte[] deflated, long crc, long size) {
    this.deflated = deflated;
    this.crc = crc;
    this.size = size;
  }

  /** A beginning, then a pattern over and over up to this size, made without ever having it all. */
  static Bomb of(byte[] beginning, byte[] pattern, long size) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CRC32 crc = new CRC32();
    byte[] chunk = repeated(pattern);
    try (DeflaterOutputStream deflater =
        new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED, true), 1 << 16)) {
      deflater.write(beginning);
      crc.update(beginning);
      for (long left = size - beginning.length; left > 0; ) {
        int count = (int) Math.min(left, chunk.length);
        deflater.write(chunk, 0, count);
        crc.update(chunk, 0, count);
        left -= count;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Bomb(out.toByteArray(), crc.getValue(), size);
  }

  private static byte[] repeated(byte[] pattern) {
    byte[] chunk = new byte[CHUNK / pattern.length * pattern.length];
    for (int i = 0; i < chunk.length; i++) {
      chunk[i] = pattern[i % pattern.length];
    }
    return chunk;
  }

  /** As zips have it. */
  byte[] deflated() {
    return deflated;
  }

  /** The check sum of what it becomes. */
  long crc() {
    return crc;
  }

  /** The length of what it becomes. */
  long size() {
    return size;
  }

  /** As a gzip file. */
  byte[] gzip() {
    ByteBuffer head = ByteBuffer.allocate(10).putInt(0, 0x1f8b0800);
    ByteBuffer tail = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    tail.putInt((int) crc).putInt((int) size);
    return Damage.joined(head.array(), deflated, tail.array());
  }
}
