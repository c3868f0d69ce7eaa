package dev.plenum.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * The end of a zip: its last 22 bytes, which say where its directory lies. The JDK also takes a file
 * with something before or behind the zip; then the first part of a zip that holds zips would pass
 * for the last of those.
 */
final class ZipEnd {
  private static final int BYTES = 22;
  private static final int SIGNATURE = 0x06054b50;
  private static final int DIRECTORY_SIZE = 12;
  private static final int DIRECTORY_OFFSET = 16;
  /** Stands for a number that is too large for 32 bits and written elsewhere. */
  private static final long ELSEWHERE = 0xffffffffL;

  private ZipEnd() {}

  /** Checks that the zip begins and ends where the file does. */
  static void requireWhole(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long position = channel.size() - BYTES;
      ByteBuffer end = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
      if (position < 0 || channel.read(end, position) < BYTES || end.getInt(0) != SIGNATURE) {
        throw new ZipException("it does not end as a zip does");
      }
      if (!leadsTo(position, end)) {
        throw new ZipException("its directory is not where its end says");
      }
    }
  }

  /** Whether the directory that is named here ends at this position. */
  private static boolean leadsTo(long position, ByteBuffer end) {
    long size = Integer.toUnsignedLong(end.getInt(DIRECTORY_SIZE));
    long offset = Integer.toUnsignedLong(end.getInt(DIRECTORY_OFFSET));
    return size == ELSEWHERE || offset == ELSEWHERE || offset + size == position;
  }
}
