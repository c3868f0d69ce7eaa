package dev.plenum.app.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** What accidents and attackers do to bytes, whatever they mean. */
final class Damage {
  private static final int LONGEST_RUN = 200;

  private Damage() {}

  /** One to three changes. */
  static byte[] of(byte[] bytes, Chance chance) {
    byte[] damaged = bytes;
    for (int i = chance.between(1, 3); i > 0; i--) {
      damaged = once(damaged, chance);
    }
    return damaged;
  }

  private static byte[] once(byte[] bytes, Chance chance) {
    if (bytes.length < 2) {
      return chance.bytes(chance.below(100));
    }
    return switch (chance.below(12)) {
      case 0, 1, 2 -> flipped(bytes, chance);
      case 3 -> Arrays.copyOf(bytes, chance.below(bytes.length));
      case 4 -> Arrays.copyOf(bytes, bytes.length - chance.between(1, Math.min(9, bytes.length)));
      case 5, 6 -> overwrittenBySize(bytes, chance);
      case 7 -> without(bytes, chance);
      case 8 -> with(bytes, chance);
      case 9 -> filled(bytes, chance);
      case 10 -> Arrays.copyOf(bytes, bytes.length + chance.between(1, 1000));
      default -> chance.oneIn(10) ? chance.bytes(chance.below(1000)) : flipped(bytes, chance);
    };
  }

  /** Some bits, anywhere or in the header. */
  private static byte[] flipped(byte[] bytes, Chance chance) {
    byte[] damaged = bytes.clone();
    for (int i = chance.between(1, 8); i > 0; i--) {
      damaged[position(bytes, chance)] ^= (byte) (1 << chance.below(8));
    }
    return damaged;
  }

  private static byte[] overwrittenBySize(byte[] bytes, Chance chance) {
    ByteBuffer number = ByteBuffer.allocate(Long.BYTES)
        .order(chance.oneIn(2) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
        .putLong(0, chance.size());
    byte[] damaged = bytes.clone();
    int start = position(bytes, chance);
    int width = Math.min(1 << chance.below(4), bytes.length - start);
    System.arraycopy(number.array(), chance.oneIn(2) ? 0 : 8 - width, damaged, start, width);
    return damaged;
  }

  private static byte[] without(byte[] bytes, Chance chance) {
    int start = position(bytes, chance);
    int end = Math.min(bytes.length, start + chance.between(1, LONGEST_RUN));
    return joined(Arrays.copyOf(bytes, start), Arrays.copyOfRange(bytes, end, bytes.length));
  }

  /** Something inserted: noise, or a part of the file once more. */
  private static byte[] with(byte[] bytes, Chance chance) {
    int at = position(bytes, chance);
    int length = chance.between(1, LONGEST_RUN);
    int source = position(bytes, chance);
    byte[] inserted = chance.oneIn(2)
        ? chance.bytes(length)
        : Arrays.copyOfRange(bytes, source, Math.min(bytes.length, source + length));
    return joined(Arrays.copyOf(bytes, at), inserted, Arrays.copyOfRange(bytes, at, bytes.length));
  }

  private static byte[] filled(byte[] bytes, Chance chance) {
    byte[] damaged = bytes.clone();
    int start = position(bytes, chance);
    int end = Math.min(bytes.length, start + chance.between(1, LONGEST_RUN));
    Arrays.fill(damaged, start, end, (byte) (chance.oneIn(2) ? 0 : 0xff));
    return damaged;
  }

  /** Every other time near the beginning, where headers are. */
  private static int position(byte[] bytes, Chance chance) {
    return chance.below(chance.oneIn(2) ? Math.min(64, bytes.length) : bytes.length);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
