package dev.plenum.datasets;

import static dev.plenum.datasets.support.Pictures.encode;
import static dev.plenum.datasets.support.Pictures.grey;
import static dev.plenum.datasets.support.Pictures.plain;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of files that the formats allow and that programs write. */
class ImageFormatsTest {
  /** Two by two, lossless: red, green; blue, white. */
  private static final String WEBP =
      "524946462c000000574542505650384c1f0000002f014000001f201048de1f3a8df9171014fc1fddfc47640fe0060c11fd0f0100";

  /** A TIFF file without the tag for samples behind the colours. */
  private static final int NO_EXTRA = -1;

  private static byte[] read(byte[] file, int height, int width, int channels) throws IOException {
    return ImageFiles.read(
        Path.of("picture"), new ByteArrayInputStream(file), Shape.of(height, width, channels));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** Numbers with spaces between them. */
  private static byte[] numbers(String text) {
    return bytes(Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray());
  }

  private static byte[] chunk(String type, byte[] data) {
    CRC32 sum = new CRC32();
    sum.update(ascii(type));
    sum.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(ascii(type))
        .put(data)
        .putInt((int) sum.getValue())
        .array();
  }

  /** With a chunk before the picture's data. */
  private static byte[] withChunk(byte[] png, String type, byte[] data) {
    return joined(
        Arrays.copyOf(png, 33), chunk(type, data), Arrays.copyOfRange(png, 33, png.length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iCCP", "gAMA", "sRGB", "cHRM", "tEXt", "zTXt", "tIME", "pHYs", "hIST"})
  void whatBelongsToNoPixelOfAPngMayBeDamaged(String type) throws IOException {
    byte[] png = encode(grey(9, 12, 3), "png");
    byte[] expected = read(png, 9, 12, 1);
    assertArrayEquals(expected, read(withChunk(png, type, ascii("x\0\0junk")), 9, 12, 1));
    assertArrayEquals(expected, read(withChunk(png, type, new byte[0]), 9, 12, 1));
  }

  @Test
  void aPngNeedsNoEndButAllOfItsData() throws IOException {
    byte[] png = encode(grey(9, 12, 3), "png");
    byte[] withoutEnd = Arrays.copyOf(png, png.length - 12);
    assertArrayEquals(read(png, 9, 12, 1), read(withoutEnd, 9, 12, 1));

    byte[] cut = Arrays.copyOf(png, png.length - 13);
    assertThrows(IOException.class, () -> read(cut, 9, 12, 1));
  }

  /** A grey picture of one row. */
  private static byte[] greyPng(int depth, int width, byte[] packed) {
    byte[] header = bytes(0, 0, 0, width, 0, 0, 0, 1, depth, 0, 0, 0, 0);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(data)) {
      out.write(0); // no filter
      out.write(packed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] signature = bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10);
    return joined(signature, chunk("IHDR", header), chunk("IDAT", data.toByteArray()));
  }

  /** Each row begins with the greys 0, 1, 2, 3 where there are as many. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 60, '0 255 255 0', '255 255 255 255'",
    "2, 1, 1b, '0 85 170 255', '0 255 170 255'",
    "2, 257, 1b, '0 85 170 255', '0 255 170 255'",
    "4, 2, 0123, '0 17 34 51', '0 17 255 51'",
    "8, 3, 00010203, '0 1 2 3', '0 1 2 255'",
    "16, 2, 0000010102020303, '0 1 2 3', '0 1 2 3'",
    "16, 514, 0000010102020303, '0 1 2 3', '0 1 255 3'"
  })
  void aTransparentGreyOfAPngIsLaidOverWhite(
      int depth, int transparent, String packed, String opaque, String expected)
      throws IOException {
    byte[] png = greyPng(depth, 4, HexFormat.of().parseHex(packed));
    byte[] value = bytes(transparent >> 8, transparent);
    assertArrayEquals(numbers(opaque), read(png, 1, 4, 1));
    assertArrayEquals(numbers(expected), read(withChunk(png, "tRNS", value), 1, 4, 1));
    if (depth < 8) {
      byte[] damaged = withChunk(png, "tRNS", bytes(1));
      assertThrows(IOException.class, () -> read(damaged, 1, 4, 1));
    }
  }

  /**
   * A canvas of 6 x 4 of which a picture of colour 1 (red) covers 2 x 2 from (1, 3) on; colour 0 is (10,
   * 20, 30).
   */
  private static byte[] gif(byte[] control) {
    return joined(
        ascii("GIF89a"),
        bytes(6, 0, 4, 0, 0x81, 3, 0),
        bytes(10, 20, 30, 255, 0, 0, 0, 255, 0, 0, 0, 255),
        control,
        bytes(',', 3, 0, 1, 0, 2, 0, 2, 0, 0),
        bytes(2, 3, 0x4c, 0x12, 0x05, 0, ';'));
  }

  private static void assertCanvas(byte[] pixels, int[] picture, int... open) {
    for (int i = 0; i < 24; i++) {
      int row = i / 6;
      int column = i % 6;
      boolean covered = (row == 1 || row == 2) && (column == 3 || column == 4);
      assertArrayEquals(
          bytes(covered ? picture : open),
          Arrays.copyOfRange(pixels, 3 * i, 3 * i + 3),
          "row " + row + ", column " + column);
    }
  }

  @Test
  void theFirstPictureOfAGifHasItsPlaceOnTheCanvas() throws IOException {
    assertCanvas(read(gif(new byte[0]), 4, 6, 3), new int[] {255, 0, 0}, 10, 20, 30);
  }

  @Test
  void whatATransparentGifLeavesOpenIsWhite() throws IOException {
    byte[] colour0 = bytes('!', 0xf9, 4, 1, 0, 0, 0, 0);
    byte[] colour1 = bytes('!', 0xf9, 4, 1, 0, 0, 1, 0);
    assertCanvas(read(gif(colour0), 4, 6, 3), new int[] {255, 0, 0}, 255, 255, 255);
    assertCanvas(read(gif(colour1), 4, 6, 3), new int[] {255, 255, 255}, 255, 255, 255);
  }

  private static void assertGrey(byte[] file, int... expected) throws IOException {
    assertArrayEquals(bytes(expected), read(file, 2, 3, 1));
  }

  @Test
  void pnmIsReadInTextAndInBinary() throws IOException {
    assertGrey(ascii("P1 3 2 # ink is 1\n101 0\n1 0"), 0, 255, 0, 255, 0, 255);
    assertGrey(ascii("P2\n3 2\n#\n15 0 15 1 2 # 9\n3 4"), 0, 255, 17, 34, 51, 68);
    assertGrey(joined(ascii("P4 3 2\n"), bytes(0xa0, 0x40)), 0, 255, 0, 255, 0, 255);
    assertGrey(joined(ascii("P5 3 2 255\n"), bytes(0, 255, 1, 2, 10, 32)), 0, 255, 1, 2, 10, 32);
    assertGrey(
        joined(ascii("P5 3 2 255# made by hand\n"), bytes(35, 1, 2, 3, 4, 5)), 35, 1, 2, 3, 4, 5);
    assertGrey(
        joined(ascii("P5\t3 2 1023\n"), bytes(0, 0, 3, 255, 2, 0, 1, 0, 0, 2, 0, 3)),
        0,
        255,
        128,
        64,
        0,
        1);
    byte[] colours = joined(ascii("P6 1 1 255 "), bytes(1, 2, 3));
    assertArrayEquals(bytes(1, 2, 3), read(colours, 1, 1, 3));
    assertArrayEquals(bytes(17, 34, 255), read(ascii("P3 1 1 15 1 2 15"), 1, 1, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P5 3 2 255 12345",
        "P5 3 2 255x123456",
        "P5 3 2 255#123456",
        "P1 3 2 10101",
        "P2 3 2 255 1 2 3 4 5",
        "P2 3 2 255 1 2 3 4 5 256",
        "P1 3 2 101012",
        "P5 6000 1000 255 ",
        "P5 3 2 0 ",
        "P5 3 2 65536 ",
        "P5 0 2 255 ",
        "P5 -3 2 255 ",
        "P5 3",
        "P6 # comment"
      })
  void aPnmThatIsCutOffOrMakesNoSenseIsRefused(String file) {
    IOException e = assertThrows(IOException.class, () -> read(ascii(file), 2, 3, 1));
    assertTrue(String.valueOf(e.getMessage()).startsWith("picture: expected a"), e.toString());
  }

  @Test
  void losslessWebpComesAsItIsStored() throws IOException {
    byte[] file = HexFormat.of().parseHex(WEBP);
    byte[] expected = bytes(255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255);
    assertArrayEquals(expected, read(file, 2, 2, 3));
    assertArrayEquals(expected, read(withDamagedProfile(file), 2, 2, 3));
    for (int length = 16; length < file.length - 2; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThrows(IOException.class, () -> read(cut, 2, 2, 3));
    }
  }

  /** 1 x 1, of a quality of 100: libwebp makes (200, 29, 60) of it, the plug-in (98, 0, 0). */
  private static final String LOSSY_WEBP =
      "52494646420000005745425056503820360000003002009d012a0100010000000025a00274ba01f801f800061e0000feff150f7fec663f68cff24afffb7beff6f7dfedefbffdbb600000";

  @Test
  void lossyWebpIsRefusedAsItsPixelsWouldBeOthers() {
    byte[] file = HexFormat.of().parseHex(LOSSY_WEBP);
    byte[] frame = joined(
        bytes(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        Arrays.copyOfRange(file, 12, file.length));
    byte[] animated = joined(
        ascii("RIFF\0\0\0\0WEBPVP8X"),
        bytes(10, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        ascii("ANIM"),
        bytes(6, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        ascii("ANMF"),
        bytes(frame.length, 0, 0, 0),
        frame);
    ByteBuffer.wrap(animated).order(ByteOrder.LITTLE_ENDIAN).putInt(4, animated.length - 8);
    for (byte[] each : List.of(file, withDamagedProfile(file), animated)) {
      IOException e = assertThrows(IOException.class, () -> read(each, 1, 1, 3));
      assertEquals(
          "picture: expected a complete WebP image, but its compression is lossy, and lossless WebP alone is decoded exactly; convert it to PNG",
          e.getMessage());
    }
  }

  /** Extended, with a profile of four bytes. */
  private static byte[] withDamagedProfile(byte[] webp) {
    byte[] file = joined(
        ascii("RIFF\0\0\0\0WEBPVP8X"),
        bytes(10, 0, 0, 0, 0x20, 0, 0, 0, 1, 0, 0, 1, 0, 0),
        ascii("ICCP"),
        bytes(4, 0, 0, 0, 1, 2, 3, 4),
        Arrays.copyOfRange(webp, 12, webp.length));
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, file.length - 8);
    return file;
  }

  /**
   * A little-endian TIFF of 3 x 2 pixels, not compressed.
   *
   * @param photometric 1 grey, 2 RGB, 5 CMYK
   */
  private static byte[] tiff(int photometric, int samples, int orientation, int[] data) {
    return tiff(photometric, samples, orientation, NO_EXTRA, data);
  }

  /**
   * The same.
   *
   * @param extra what the last sample is: 0 not said, 1 and 2 alpha
   */
  private static byte[] tiff(int photometric, int samples, int orientation, int extra, int[] data) {
    int[][] all = {
      {256, 3},
      {257, 2},
      {258, 8},
      {259, 1},
      {262, photometric},
      {273, 200},
      {274, orientation},
      {277, samples},
      {278, 2},
      {279, data.length},
      {284, 1},
      {338, extra}
    };
    int[][] tags = Arrays.copyOf(all, all.length - (extra == NO_EXTRA ? 1 : 0));
    ByteBuffer out = ByteBuffer.allocate(200 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("II*\0")).putInt(8).putShort((short) tags.length);
    for (int[] tag : tags) {
      boolean perSample = tag[0] == 258 && samples > 2;
      out.putShort((short) tag[0]).putShort((short) 3).putInt(perSample ? samples : 1);
      out.putInt(perSample ? 180 : tag[1]);
    }
    for (int i = 0; i < samples && samples > 2; i++) {
      out.putShort(180 + 2 * i, (short) 8);
    }
    return out.position(200).put(bytes(data)).array();
  }

  @Test
  void tiffIsReadInGreyColourAndInks() throws IOException {
    int[] grey = {0, 255, 1, 2, 10, 32};
    assertGrey(tiff(1, 1, 1, grey), grey);
    int[] rgb = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18};
    assertArrayEquals(bytes(rgb), read(tiff(2, 3, 1, rgb), 2, 3, 3));
    int[] inks = {
      0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 155, 55, 5, 127
    };
    byte[] expected =
        bytes(255, 255, 255, 0, 255, 255, 255, 0, 255, 255, 255, 0, 0, 0, 0, 50, 100, 125);
    assertArrayEquals(expected, read(tiff(5, 4, 1, inks), 2, 3, 3));
  }

  /** What Pillow shows for the picture 0 1 2 / 3 4 5. */
  @ParameterizedTest
  @CsvSource({
    "1, 0 1 2 3 4 5",
    "2, 2 1 0 5 4 3",
    "3, 5 4 3 2 1 0",
    "4, 3 4 5 0 1 2",
    "5, 0 3 1 4 2 5",
    "6, 3 0 4 1 5 2",
    "7, 5 2 4 1 3 0",
    "8, 2 5 1 4 0 3"
  })
  void aTiffIsTurnedAsItsOrientationSays(int orientation, String expected) throws IOException {
    byte[] file = tiff(1, 1, orientation, new int[] {0, 1, 2, 3, 4, 5});
    boolean upended = orientation > 4;
    assertArrayEquals(numbers(expected), read(file, upended ? 3 : 2, upended ? 2 : 3, 1));
  }

  /** Samples of six pixels: 10 with 255, 20 with 0, 30 with 51 behind them, and again. */
  @Test
  void onlyWhatATiffCallsAlphaIsAlpha() throws IOException {
    int[] greys = {10, 255, 20, 0, 30, 51, 10, 255, 20, 0, 30, 51};
    assertGrey(tiff(1, 2, 1, 2, greys), 10, 255, 210, 10, 255, 210);
    assertGrey(tiff(1, 2, 1, 1, greys), 10, 255, 234, 10, 255, 234);
    assertGrey(tiff(1, 2, 1, 0, greys), 10, 20, 30, 10, 20, 30);
    assertGrey(tiff(1, 2, 1, NO_EXTRA, greys), 10, 20, 30, 10, 20, 30);
    assertGrey(tiff(0, 2, 1, 0, greys), 245, 235, 225, 245, 235, 225);

    int[] colours = new int[24];
    int[] inks = new int[30];
    for (int i = 0; i < 6; i++) {
      System.arraycopy(new int[] {7, 7, 7, 0}, 0, colours, 4 * i, 4);
      System.arraycopy(new int[] {0, 0, 0, 55, 9}, 0, inks, 5 * i, 5);
    }
    assertGrey(tiff(2, 4, 1, 2, colours), 255, 255, 255, 255, 255, 255);
    assertGrey(tiff(2, 4, 1, 0, colours), 7, 7, 7, 7, 7, 7);
    assertGrey(tiff(5, 5, 1, 0, inks), 200, 200, 200, 200, 200, 200);

    byte[] reversed = tiff(0, 2, 1, 2, greys);
    IOException e = assertThrows(IOException.class, () -> read(reversed, 2, 3, 1));
    assertTrue(e.toString().contains("it has alpha, and 0 for white; convert it to PNG"));
  }

  /** Of two strips, the second has fewer rows. */
  @Test
  void theLastStripOfATiffMayBeShort() throws IOException {
    ByteBuffer file = ByteBuffer.allocate(230).order(ByteOrder.LITTLE_ENDIAN);
    file.put(tiff(1, 1, 1, new int[] {0, 1, 2, 3, 4, 5})).put(206, (byte) 6).put(207, (byte) 7);
    file.put(208, (byte) 8).putShort(10 + 12 + 8, (short) 3);
    for (int at = 10; at < 10 + 11 * 12; at += 12) {
      switch (file.getShort(at)) {
        case 273 -> file.putInt(at + 4, 2).putInt(at + 8, 200 | 206 << 16);
        case 279 -> file.putInt(at + 4, 2).putInt(at + 8, 6 | 3 << 16);
        default -> {} // the rest is as it was
      }
    }
    assertArrayEquals(bytes(0, 1, 2, 3, 4, 5, 6, 7, 8), read(file.array(), 3, 3, 1));
    byte[] cut = Arrays.copyOf(file.array(), 208);
    assertThrows(IOException.class, () -> read(cut, 3, 3, 1));
  }

  @Test
  void aTiffThatIsCutOffIsRefused() {
    byte[] file = tiff(1, 1, 1, new int[] {0, 1, 2, 3, 4, 5});
    for (int length : new int[] {9, 60, 150, 203, file.length - 1}) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThrows(IOException.class, () -> read(cut, 2, 3, 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0000001c6674797068656963, a HEIC image; convert it to PNG or JPEG",
    "0000001c6674797061766966, an AVIF image; convert it to PNG or JPEG",
    "255044462d312e34, a PDF document; convert it to PNG or JPEG",
    "384250530001, a Photoshop image; convert it to PNG or JPEG",
    "3c73766720786d6c, an SVG drawing; convert it to PNG or JPEG",
    "50370a5749445448, a PAM image; convert it to PNG or JPEG",
    "76657273696f6e2068747470733a2f2f, a Git LFS pointer instead of the file; fetch it: git lfs pull"
  })
  void otherFormatsAreNamed(String start, String found) {
    byte[] file = HexFormat.of().parseHex(start);
    IOException e = assertThrows(IOException.class, () -> read(file, 2, 3, 1));
    assertEquals(
        "picture: expected a " + ImageFiles.FORMATS + " image, found " + found, e.getMessage());
  }

  @Test
  void aFolderHasTheImagesOfEveryFormat(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve("a.ppm"), ascii("P3 1 1 15 1 2 15"));
    Files.write(folder.resolve("b.webp"), HexFormat.of().parseHex(WEBP));
    Files.write(folder.resolve("c.tif"), tiff(1, 1, 1, new int[6]));
    Files.write(folder.resolve("d.png"), encode(plain(2, 2, TYPE_INT_RGB, 0), "png"));
    Files.writeString(folder.resolve("e.txt"), "Pictures of spring");
    assertEquals(
        "[a.ppm, b.webp, c.tif, d.png]",
        ImageFiles.in(folder).stream().map(folder::relativize).toList().toString());
  }
}
