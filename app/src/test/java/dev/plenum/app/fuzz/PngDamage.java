package dev.plenum.app.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG files whose check sums are right although the rest is not. */
final class PngDamage {
  private static final int SIGNATURE_BYTES = 8;
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;

  private PngDamage() {}

  static boolean isPng(byte[] file) {
    return file.length > SIGNATURE_BYTES && ByteBuffer.wrap(file).getLong() == SIGNATURE;
  }

  /** Damages the content of one chunk and sets the check sums right. */
  static byte[] of(byte[] png, Chance chance) {
    byte[] damaged = png.clone();
    ByteBuffer file = ByteBuffer.wrap(damaged);
    int chosen = chance.oneIn(2) ? 0 : chance.below(4);
    int at = SIGNATURE_BYTES;
    for (int chunk = 0; at + 12 <= png.length; chunk++) {
      int length = file.getInt(at);
      if (length < 0 || at + 12 + length > png.length) {
        break;
      }
      if (chunk == chosen && length > 0) {
        change(file, at + 8, length, chance);
      }
      CRC32 crc = new CRC32();
      crc.update(damaged, at + 4, 4 + length);
      file.putInt(at + 8 + length, (int) crc.getValue());
      at += 12 + length;
    }
    return damaged;
  }

  private static void change(ByteBuffer file, int start, int length, Chance chance) {
    if (chance.oneIn(2) && length >= 8) {
      file.putInt(start + 4 * chance.below(2), (int) chance.size());
    } else {
      file.put(start + chance.below(length), (byte) chance.below(256));
    }
  }

  /** A sound grey picture of one bit a pixel, all black, which takes a few bytes. */
  static byte[] bomb(int side) {
    byte[] rows = new byte[1 + (side + 7) / 8];
    Deflater deflater = new Deflater();
    byte[] packed = new byte[4 * 1024 * 1024];
    int length = 0;
    for (int y = 0; y < side; y++) {
      deflater.setInput(rows);
      length += deflater.deflate(packed, length, packed.length - length);
    }
    deflater.finish();
    length += deflater.deflate(packed, length, packed.length - length);
    deflater.end();
    byte[] head =
        ByteBuffer.allocate(13).putInt(side).putInt(side).put((byte) 1).array();
    return Damage.joined(
        ByteBuffer.allocate(SIGNATURE_BYTES).putLong(SIGNATURE).array(),
        chunk("IHDR", head),
        chunk("IDAT", java.util.Arrays.copyOf(packed, length)),
        chunk("IEND", new byte[0]));
  }

  private static byte[] chunk(String type, byte[] content) {
    byte[] body = Damage.joined(type.getBytes(StandardCharsets.US_ASCII), content);
    CRC32 crc = new CRC32();
    crc.update(body);
    return Damage.joined(
        ByteBuffer.allocate(4).putInt(content.length).array(),
        body,
        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
