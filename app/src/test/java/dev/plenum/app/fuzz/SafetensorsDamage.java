package dev.plenum.app.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** What can be wrong with safetensors: the header's length, the header, the data. */
final class SafetensorsDamage {
  private SafetensorsDamage() {}

  static byte[] of(byte[] file, Chance chance) {
    long length = file.length < Long.BYTES ? -1 : littleEndian(file);
    if (length < 0 || length > file.length - Long.BYTES) {
      return Damage.of(file, chance); // It is damaged already.
    }
    return of(file, (int) length, chance);
  }

  private static long littleEndian(byte[] file) {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
  }

  private static byte[] of(byte[] file, int length, Chance chance) {
    byte[] header = Arrays.copyOfRange(file, Long.BYTES, Long.BYTES + length);
    byte[] data = Arrays.copyOfRange(file, Long.BYTES + length, file.length);
    return switch (chance.below(6)) {
      case 0 -> Damage.of(file, chance);
      case 1 -> Damage.joined(length(chance.size()), header, data);
      case 2 -> Damage.joined(length(length), header, Damage.of(data, chance));
      case 3 -> Damage.joined(length(length), JsonDamage.of(header, chance), data);
      default -> withFittingLength(JsonDamage.of(header, chance), data);
    };
  }

  private static byte[] withFittingLength(byte[] header, byte[] data) {
    return Damage.joined(length(header.length), header, data);
  }

  private static byte[] length(long length) {
    return ByteBuffer.allocate(Long.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(0, length)
        .array();
  }
}
