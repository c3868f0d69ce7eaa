package dev.plenum.interchange.keras;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.ZipException;

/** HDF5's checksum, in the last 4 bytes. jHDF neither checks it nor takes it off. */
final class Fletcher32 {
  static final int BYTES = 4;
  /** How many words can be added before the sums are brought back to 16 bits. */
  private static final int BLOCK = 360;

  private Fletcher32() {}

  /** The bytes before the checksum. */
  static byte[] checked(byte[] bytes) throws ZipException {
    int length = bytes.length - BYTES;
    if (length < 0 || stored(bytes, length) != of(bytes, length)) {
      throw new ZipException("its checksum is wrong");
    }
    return Arrays.copyOf(bytes, length);
  }

  private static int stored(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }

  /** Of big-endian words of 16 bits; the last byte of an odd number counts as a high one. */
  private static int of(byte[] bytes, int length) {
    int first = 0;
    int second = 0;
    for (int i = 0; i < length; i += 2) {
      int low = i + 1 < length ? bytes[i + 1] & 0xff : 0;
      first += (bytes[i] & 0xff) << 8 | low;
      second += first;
      if (i / 2 % BLOCK == BLOCK - 1) {
        first = folded(first);
        second = folded(second);
      }
    }
    return folded(folded(second)) << 16 | folded(folded(first));
  }

  private static int folded(int sum) {
    return (sum & 0xffff) + (sum >>> 16);
  }
}
