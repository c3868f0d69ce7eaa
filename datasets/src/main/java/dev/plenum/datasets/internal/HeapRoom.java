package dev.plenum.datasets.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Checks, before anything large is made, that there is room for it. */
public final class HeapRoom {
  /** No more than this part, because large arrays must lie in one piece. */
  private static final int PART = 2;

  /** The longest array that every JVM can make. */
  public static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private HeapRoom() {}

  /** Whether there is room for so many bytes. */
  public static boolean has(long bytes) {
    return bytes <= Runtime.getRuntime().maxMemory() / PART;
  }

  /**
   * Refuses what needs more than this Java machine may use.
   *
   * @param what is to be made, for the message: {@code 100 images of 28 x 28 pixels}
   * @param bytes how much it takes at its largest, copies on the way included
   * @throws InvalidFileException if that is too much; the message has both numbers and what to do
   */
  public static void require(Path file, String what, long bytes) throws InvalidFileException {
    if (!has(bytes)) {
      throw lacking(
          file,
          what,
          bytes,
          "more than half of the %s MB that this Java machine may use"
              .formatted(Runtime.getRuntime().maxMemory() >> 20));
    }
  }

  /**
   * A longer copy of an array.
   *
   * @param what is in it, for the message
   * @throws InvalidFileException if there is no room for both, or not in one piece
   */
  public static byte[] grown(Path file, String what, byte[] array, int length)
      throws InvalidFileException {
    long bytes = (long) array.length + length;
    require(file, what, bytes);
    try {
      return Arrays.copyOf(array, length);
    } catch (OutOfMemoryError e) {
      throw lacking(file, what, bytes, "more than is free in one piece");
    }
  }

  private static InvalidFileException lacking(Path file, String what, long bytes, String problem) {
    return new InvalidFileException(
        file,
        String.format(
            Locale.ROOT,
            "%s need %d MB of memory, which is %s; start it with more: java -Xmx%dm",
            what,
            bytes >> 20,
            problem,
            (3 * bytes) >> 20));
  }
}
