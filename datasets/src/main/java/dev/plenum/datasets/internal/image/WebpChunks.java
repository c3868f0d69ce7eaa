package dev.plenum.datasets.internal.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The chunks of a WebP file that its picture needs: colour profiles and texts are left out. */
final class WebpChunks {
  private static final int FILE_HEADER_BYTES = 12;
  private static final int LENGTH_AT = 4;
  private static final int HEADER_BYTES = 8;
  private static final int TYPE_BYTES = 4;
  private static final Set<String> NEEDLESS = Set.of("ICCP", "EXIF", "XMP ");
  /** A picture that is not lossless, and its transparency, which comes before it. */
  private static final Set<String> LOSSY = Set.of("VP8 ", "ALPH");
  /** Of a picture of an animation, before its chunks. */
  private static final int FRAME_HEADER_BYTES = 16;
  /** Of an extended file's header, its first chunk. */
  private static final int EXTENSION_BYTES = 10;

  /** In an extended header's first byte: there is a profile, Exif, XMP. */
  private static final int NEEDLESS_FLAGS = 0x2c;

  private final byte[] file;
  private final ByteBuffer in;
  private final ByteArrayOutputStream picture;
  /** Where the data of these are; 0 if there are none. */
  private int extension;

  private int firstFrame;

  /**
   * Reads all chunks.
   *
   * @throws IOException if one that is needed is cut off
   */
  WebpChunks(byte[] file) throws IOException {
    this.file = file;
    this.in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    this.picture = new ByteArrayOutputStream(file.length);
    picture.write(file, 0, FILE_HEADER_BYTES);
    long end = Math.min(file.length, HEADER_BYTES + unsigned(LENGTH_AT));
    long at = FILE_HEADER_BYTES;
    while (at + HEADER_BYTES <= end) {
      at = readChunk((int) at);
    }
  }

  private long unsigned(int at) {
    return in.getInt(at) & 0xffffffffL;
  }

  private long readChunk(int at) throws IOException {
    String type = typeAt(at);
    int data = at + HEADER_BYTES;
    long end = data + unsigned(at + TYPE_BYTES);
    long next = end + (end & 1); // Writers forget the padding of the last one.
    if (NEEDLESS.contains(type)) {
      return next;
    }
    if (end > file.length) {
      throw new IOException("it is cut off");
    }
    requireLossless(type);
    if (type.equals("VP8X") && end - data >= EXTENSION_BYTES) {
      extension = data;
    } else if (type.equals("ANMF") && end - data >= FRAME_HEADER_BYTES && firstFrame == 0) {
      firstFrame = data;
      requireLossless(typeAt(data + FRAME_HEADER_BYTES));
    }
    picture.write(file, at, (int) Math.min(next, file.length) - at);
    return next;
  }

  private String typeAt(int at) {
    int length = Math.min(TYPE_BYTES, Math.max(0, file.length - at));
    return new String(file, at, length, StandardCharsets.ISO_8859_1);
  }

  /** The plug-in's pixels are far from others' where compression is lossy: up to 160 of 255. */
  private static void requireLossless(String type) throws IOException {
    if (LOSSY.contains(type)) {
      throw new IOException(
          "its compression is lossy, and lossless WebP alone is decoded exactly; convert it to PNG");
    }
  }

  /** Of an animation with its first picture in place. */
  Optional<Canvas> canvas() throws IOException {
    if (extension == 0 || firstFrame == 0) {
      return Optional.empty();
    }
    int top = 2 * threeBytes(firstFrame + 3);
    int left = 2 * threeBytes(firstFrame);
    int height = 1 + threeBytes(extension + 7);
    int width = 1 + threeBytes(extension + 4);
    boolean inside = top + 1 + threeBytes(firstFrame + 9) <= height
        && left + 1 + threeBytes(firstFrame + 6) <= width;
    if (!inside) {
      throw new IOException("its first picture is not inside of its canvas");
    }
    return Optional.of(new Canvas(height, width, top, left));
  }

  private int threeBytes(int at) {
    return (file[at] & 0xff) | (file[at + 1] & 0xff) << 8 | (file[at + 2] & 0xff) << 16;
  }

  /** The file with these chunks only. */
  byte[] ofPicture() {
    byte[] bytes = picture.toByteArray();
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(LENGTH_AT, bytes.length - HEADER_BYTES);
    if (extension == FILE_HEADER_BYTES + HEADER_BYTES) {
      bytes[extension] &= (byte) ~NEEDLESS_FLAGS;
    }
    return bytes;
  }
}
