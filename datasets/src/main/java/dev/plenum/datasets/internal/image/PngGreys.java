package dev.plenum.datasets.internal.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Greys of less than 8 bits of which one is transparent: the JDK's PNG reader overlooks that. With a
 * palette of the same greys, which the picture's bits need not be changed for, it sees it.
 */
final class PngGreys {
  private static final int FIRST_CHUNK_AT = 8;
  private static final int DEPTH_AT = 24;
  private static final int COLOURS_AT = 25;
  private static final int HEADER_END = 33;
  private static final int GREY = 0;
  private static final int PALETTE = 3;

  private final byte[] png;
  private final int greys;

  private PngGreys(byte[] png) {
    this.png = png;
    this.greys = 1 << png[DEPTH_AT];
  }

  /**
   * The file with a palette if it has such greys, else as it is.
   *
   * @param png whole chunks, of which the first should be the header
   * @throws IOException if it does not say which grey is transparent
   */
  static byte[] asPalette(byte[] png) throws IOException {
    boolean few = png.length > HEADER_END
        && png[COLOURS_AT] == GREY
        && png[DEPTH_AT] > 0
        && png[DEPTH_AT] < Byte.SIZE;
    return few ? new PngGreys(png).asPalette() : png;
  }

  private byte[] asPalette() throws IOException {
    ByteArrayOutputStream others = new ByteArrayOutputStream(png.length);
    byte[] opacities = {};
    ByteBuffer in = ByteBuffer.wrap(png).position(HEADER_END);
    while (in.hasRemaining()) {
      int start = in.position();
      byte[] data = new byte[in.getInt()];
      String type =
          StandardCharsets.ISO_8859_1.decode(in.slice().limit(Integer.BYTES)).toString();
      in.position(in.position() + Integer.BYTES).get(data).getInt();
      switch (type) {
        case "tRNS" -> opacities = opacities(data);
        case "PLTE" -> {} // It has no meaning here.
        default -> others.write(png, start, in.position() - start);
      }
    }
    return opacities.length == 0 ? png : withPalette(opacities, others.toByteArray());
  }

  private byte[] opacities(byte[] transparent) throws IOException {
    if (transparent.length != Short.BYTES) {
      throw new IOException("its chunk tRNS has a wrong length");
    }
    byte[] opacities = new byte[greys];
    Arrays.fill(opacities, (byte) 255);
    opacities[ByteBuffer.wrap(transparent).getShort() & (greys - 1)] = 0;
    return opacities;
  }

  private byte[] withPalette(byte[] opacities, byte[] others) {
    byte[] header = Arrays.copyOfRange(png, FIRST_CHUNK_AT + 8, HEADER_END - Integer.BYTES);
    header[COLOURS_AT - FIRST_CHUNK_AT - 8] = PALETTE;
    byte[] palette = new byte[greys * PixelImage.RGB];
    for (int i = 0; i < palette.length; i++) {
      palette[i] = (byte) (i / PixelImage.RGB * 255 / (greys - 1));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + palette.length);
    out.write(png, 0, FIRST_CHUNK_AT);
    out.writeBytes(chunk("IHDR", header));
    out.writeBytes(chunk("PLTE", palette));
    out.writeBytes(chunk("tRNS", opacities));
    out.writeBytes(others);
    return out.toByteArray();
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) sum.getValue())
        .array();
  }
}
