package dev.plenum.datasets.internal.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/** The check sums of a PNG file's chunks, which the JDK's reader does not look at. */
final class PngChecksums {
  private static final int SIGNATURE_BYTES = 8;
  private static final int TYPE_BYTES = 4;

  private PngChecksums() {}

  /** The first damaged chunk that an image needs; the others (text, times …) do not matter. */
  static Optional<String> problemOf(byte[] png) {
    ByteBuffer in = ByteBuffer.wrap(png).position(SIGNATURE_BYTES);
    while (in.remaining() >= 2 * Integer.BYTES + TYPE_BYTES) {
      int length = in.getInt();
      if (length < 0 || length > in.remaining() - TYPE_BYTES - Integer.BYTES) {
        return Optional.of("it is cut off");
      }
      String type = new String(png, in.position(), TYPE_BYTES, StandardCharsets.ISO_8859_1);
      CRC32 sum = new CRC32();
      sum.update(png, in.position(), TYPE_BYTES + length);
      in.position(in.position() + TYPE_BYTES + length);
      boolean matches = in.getInt() == (int) sum.getValue();
      if (!matches && Character.isUpperCase(type.charAt(0))) {
        return Optional.of("the check sum of its chunk %s is wrong".formatted(type));
      }
      if (type.equals("IEND")) {
        return Optional.empty();
      }
    }
    return Optional.of("it is cut off");
  }
}
