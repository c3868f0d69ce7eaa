package dev.plenum.datasets.internal.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a camera was held, as Exif in a JPEG, PNG or WebP file says. What is damaged says nothing: Exif is
 * no part of the picture.
 */
final class ExifOrientation {
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int SIGNATURE_BYTES = 8;
  private static final int RIFF_HEADER_BYTES = 12;
  private static final int TIFF_HEADER_BYTES = 8;
  private static final int ENTRY_BYTES = 12;
  private static final int ORIENTATION = 0x112;
  private static final int SHORT = 3;
  private static final int LONG = 4;

  private ExifOrientation() {}

  /** How the picture of a file is to be shown; of a TIFF file normally, as its pixels are turned already. */
  static Orientation of(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    try {
      return ImageFormat.of(file)
          .map(format -> switch (format) {
            case JPEG -> ofJpeg(in);
            case PNG -> ofChunks(in, SIGNATURE_BYTES, true, "eXIf");
            case WEBP ->
              ofChunks(in.order(ByteOrder.LITTLE_ENDIAN), RIFF_HEADER_BYTES, false, "EXIF");
            default -> Orientation.NORMAL;
          })
          .orElse(Orientation.NORMAL);
    } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
      return Orientation.NORMAL; // it is cut off
    }
  }

  private static Orientation ofJpeg(ByteBuffer in) {
    int at = 2;
    while ((in.get(at) & 0xff) == 0xff) {
      int marker = in.get(at + 1) & 0xff;
      if (marker == 0xff) { // a fill byte
        at++;
        continue;
      }
      if (marker == 0xda || marker == 0xd9) { // the picture, or the end
        break;
      }
      int length = in.getShort(at + 2) & 0xffff;
      boolean isExif = marker == 0xe1 && length >= 2 + EXIF.length && startsWithExif(in, at + 4);
      if (isExif) {
        return ofTiff(in.slice(at + 4, length - 2));
      }
      at += 2 + length;
    }
    return Orientation.NORMAL;
  }

  private static boolean startsWithExif(ByteBuffer in, int at) {
    return in.slice(at, EXIF.length).equals(ByteBuffer.wrap(EXIF));
  }

  /** PNG's chunks have the length first and a check sum behind, WebP's are padded to even lengths. */
  private static Orientation ofChunks(ByteBuffer in, int start, boolean isPng, String wanted) {
    long at = start;
    while (at + 2 * Integer.BYTES <= in.limit()) {
      long length = in.getInt((int) at + (isPng ? 0 : Integer.BYTES)) & 0xffffffffL;
      byte[] type = new byte[Integer.BYTES];
      in.get((int) at + (isPng ? Integer.BYTES : 0), type);
      at += 2 * Integer.BYTES;
      if (Arrays.equals(type, wanted.getBytes(StandardCharsets.US_ASCII))) {
        return ofTiff(in.slice((int) at, Math.toIntExact(length)));
      }
      at += isPng ? length + Integer.BYTES : length + (length & 1);
    }
    return Orientation.NORMAL;
  }

  /** Exif is a TIFF file, in whose first directory the tag is. */
  private static Orientation ofTiff(ByteBuffer exif) {
    boolean isMarked = exif.limit() >= EXIF.length && startsWithExif(exif, 0);
    ByteBuffer in = isMarked ? exif.slice(EXIF.length, exif.limit() - EXIF.length) : exif.slice();
    in.order(in.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = in.getInt(TIFF_HEADER_BYTES - Integer.BYTES);
    int entries = in.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + Short.BYTES + i * ENTRY_BYTES;
      if ((in.getShort(entry) & 0xffff) == ORIENTATION) {
        int type = in.getShort(entry + 2);
        int value = in.getShort(entry + 8 + (type == LONG && isBig(in) ? 2 : 0));
        return type == SHORT || type == LONG ? orientation(value) : Orientation.NORMAL;
      }
    }
    return Orientation.NORMAL;
  }

  private static boolean isBig(ByteBuffer in) {
    return in.order() == ByteOrder.BIG_ENDIAN;
  }

  private static Orientation orientation(int value) {
    return switch (value) {
      case 2 -> new Orientation(true, 0);
      case 3 -> new Orientation(false, 2);
      case 4 -> new Orientation(true, 2);
      case 5 -> new Orientation(true, 1);
      case 6 -> new Orientation(false, 3);
      case 7 -> new Orientation(true, 3);
      case 8 -> new Orientation(false, 1);
      default -> Orientation.NORMAL;
    };
  }
}
