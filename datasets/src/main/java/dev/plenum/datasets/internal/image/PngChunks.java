package dev.plenum.datasets.internal.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file that its picture needs. The JDK's reader does not look at their check sums,
 * and trips over damage to others (profiles, texts, times), which do not matter.
 */
final class PngChunks {
  private static final int SIGNATURE_BYTES = 8;
  private static final int TYPE_BYTES = 4;
  private static final int OTHER_BYTES = 2 * Integer.BYTES + TYPE_BYTES;
  private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT");
  private static final byte[] END = {
    0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82
  };

  private PngChunks() {}

  /**
   * The file with these chunks only.
   *
   * @throws IOException if one of them is cut off or its check sum is wrong
   */
  static byte[] ofPicture(byte[] png) throws IOException {
    ByteArrayOutputStream picture = new ByteArrayOutputStream(png.length);
    picture.write(png, 0, SIGNATURE_BYTES);
    ByteBuffer in = ByteBuffer.wrap(png).position(SIGNATURE_BYTES);
    String type = "";
    while (!type.equals("IEND") && in.remaining() >= OTHER_BYTES) {
      int start = in.position();
      int length = in.getInt();
      type = new String(png, in.position(), TYPE_BYTES, StandardCharsets.ISO_8859_1);
      boolean needed = NEEDED.contains(type);
      if (length < 0 || length > in.remaining() - TYPE_BYTES - Integer.BYTES) {
        if (needed) {
          throw new IOException("it is cut off");
        }
        break;
      }
      in.position(in.position() + TYPE_BYTES + length);
      int sum = in.getInt();
      if (needed) {
        requireSum(png, start, TYPE_BYTES + length, sum, type);
        picture.write(png, start, OTHER_BYTES + length);
      }
    }
    picture.writeBytes(END);
    return picture.toByteArray();
  }

  private static void requireSum(byte[] png, int start, int length, int sum, String type)
      throws IOException {
    CRC32 found = new CRC32();
    found.update(png, start + Integer.BYTES, length);
    if (sum != (int) found.getValue()) {
      throw new IOException("the check sum of its chunk %s is wrong".formatted(type));
    }
  }
}
