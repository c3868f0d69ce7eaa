package dev.plenum.datasets;

import static dev.plenum.datasets.support.Pictures.encode;
import static dev.plenum.datasets.support.Pictures.grey;
import static dev.plenum.datasets.support.Pictures.greyAt;
import static dev.plenum.datasets.support.Pictures.plain;
import static java.awt.image.BufferedImage.TYPE_4BYTE_ABGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_BINARY;
import static java.awt.image.BufferedImage.TYPE_BYTE_INDEXED;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static java.awt.image.BufferedImage.TYPE_USHORT_555_RGB;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.plenum.api.network.Shape;
import dev.plenum.datasets.support.IdxBytes;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {
  private static final Shape GREY = Shape.of(9, 12, 1);
  private static final Shape RGB = Shape.of(9, 12, 3);

  @TempDir
  Path folder;

  private byte[] read(byte[] bytes, Shape shape) throws IOException {
    return ImageFiles.read(Files.write(folder.resolve("picture.xyz"), bytes), shape);
  }

  private String refusal(byte[] bytes) {
    IOException e = assertThrows(IOException.class, () -> read(bytes, GREY));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith(folder.resolve("picture.xyz").toString()), message);
    return message;
  }

  private void assertRefused(byte[] bytes, String part) {
    String message = refusal(bytes);
    assertTrue(message.contains(part), () -> "'" + part + "' is not in: " + message);
  }

  private static byte[] greyValues(int seed) {
    byte[] values = new byte[9 * 12];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) greyAt(i / 12, i % 12, seed);
    }
    return values;
  }

  private void assertFirstPixel(BufferedImage image, String format, int... expected)
      throws IOException {
    byte[] pixels = read(encode(image, format), RGB);
    for (int channel = 0; channel < 3; channel++) {
      assertEquals(expected[channel], pixels[channel] & 0xff, "channel " + channel);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp"})
  void greyValuesComeAsTheyAreStored(String format) throws IOException {
    assertArrayEquals(greyValues(3), read(encode(grey(9, 12, 3), format), GREY));
  }

  @Test
  void aGreyGifComesAsItIsStored() throws IOException {
    BufferedImage image = new BufferedImage(12, 9, TYPE_BYTE_INDEXED);
    image.getGraphics().drawImage(grey(9, 12, 3), 0, 0, null);

    byte[] pixels = read(encode(image, "gif"), RGB);

    for (int i = 0; i < 9 * 12; i++) {
      assertEquals(image.getRGB(i % 12, i / 12) & 0xff, pixels[3 * i + 2] & 0xff);
    }
  }

  @Test
  void jpegIsDecoded() throws IOException {
    byte[] pixels = read(encode(plain(9, 12, TYPE_INT_RGB, 0xc86432), "jpg"), RGB);

    assertEquals(0xc8, pixels[0] & 0xff, 3);
    assertEquals(0x64, pixels[1] & 0xff, 3);
    assertEquals(0x32, pixels[2] & 0xff, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp"})
  void coloursComeAsTheyAreStored(String format) throws IOException {
    assertFirstPixel(plain(9, 12, TYPE_INT_RGB, 0xc86432), format, 0xc8, 0x64, 0x32);
  }

  @Test
  void palettesOneBitAndFiveBitImagesBecomeEightBits() throws IOException {
    assertFirstPixel(plain(9, 12, TYPE_BYTE_INDEXED, 0xff3300), "png", 255, 0x33, 0);
    assertFirstPixel(plain(9, 12, TYPE_BYTE_BINARY, 0xffffff), "png", 255, 255, 255);
    assertFirstPixel(plain(9, 12, TYPE_BYTE_BINARY, 0xffffff), "bmp", 255, 255, 255);
    assertFirstPixel(plain(9, 12, TYPE_USHORT_555_RGB, 0xff0000), "bmp", 255, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "128, 0", "129, 1", "32896, 128", "65406, 254", "65407, 255", "65535, 255"})
  void sixteenBitsAreRoundedToEight(int stored, int expected) throws IOException {
    BufferedImage image = new BufferedImage(12, 9, TYPE_USHORT_GRAY);
    image.getRaster().setSample(0, 0, 0, stored);

    assertEquals(expected, read(encode(image, "png"), GREY)[0] & 0xff);
  }

  @Test
  void transparencyIsLaidOverWhite() throws IOException {
    assertFirstPixel(plain(9, 12, TYPE_4BYTE_ABGR, 0x00123456), "png", 255, 255, 255);
    assertFirstPixel(plain(9, 12, TYPE_4BYTE_ABGR, 0xff123456), "png", 0x12, 0x34, 0x56);
    assertFirstPixel(plain(9, 12, TYPE_4BYTE_ABGR, 0x80000000), "png", 127, 127, 127);
  }

  @Test
  void colourBecomesGreyByLuma() throws IOException {
    assertEquals(150, read(encode(plain(9, 12, TYPE_INT_RGB, 0x00ff00), "png"), GREY)[0] & 0xff);
    assertEquals(76, read(encode(plain(9, 12, TYPE_INT_RGB, 0xff0000), "png"), GREY)[0] & 0xff);
    assertEquals(29, read(encode(plain(9, 12, TYPE_INT_RGB, 0x0000ff), "png"), GREY)[0] & 0xff);
  }

  @Test
  void greyBecomesColourByRepetition() throws IOException {
    byte[] grey = greyValues(3);
    byte[] rgb = read(encode(grey(9, 12, 3), "png"), RGB);

    for (int i = 0; i < rgb.length; i++) {
      assertEquals(grey[i / 3], rgb[i]);
    }
  }

  @Test
  void theImageIsScaledToTheShape() throws IOException {
    byte[] pixels = read(encode(plain(100, 33, TYPE_INT_RGB, 0x777777), "png"), GREY);

    assertEquals(9 * 12, pixels.length);
    assertEquals(0x77, pixels[50]);
  }

  @Test
  void aTextFileIsNoImage() {
    assertRefused(
        "hello, world".getBytes(StandardCharsets.UTF_8),
        "expected a PNG, JPEG, GIF, BMP, WebP, TIFF or PNM image, found text that begins with 'hello, w'");
    assertRefused(new byte[0], "found an empty file");
    assertRefused(new byte[] {0x50, 0x4b, 3, 4}, "found bytes that begin with 50 4b 03 04");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void aCutOffImageIsRefused(String format) throws IOException {
    byte[] whole = encode(grey(90, 120, 3), format);

    for (double share : new double[] {0.97, 0.5, 0.1}) {
      byte[] cut = Arrays.copyOf(whole, (int) (whole.length * share));
      assertRefused(cut, "expected a complete ");
    }
  }

  @Test
  void aDamagedPngIsRefused() throws IOException {
    byte[] bytes = encode(grey(9, 12, 3), "png");
    bytes[bytes.length - 30] ^= 1;

    assertRefused(bytes, "the check sum of its chunk IDAT is wrong");
  }

  @Test
  void absurdDimensionsAreRefusedBeforeDecoding() throws IOException {
    byte[] png = encode(plain(9, 12, TYPE_INT_RGB, 0), "png");
    byte[] bmp = encode(plain(9, 12, TYPE_INT_RGB, 0), "bmp");
    byte[] gif = encode(plain(9, 12, TYPE_BYTE_INDEXED, 0), "gif");
    ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 100_000);
    int descriptor = descriptorOf(gif);
    Arrays.fill(gif, descriptor + 5, descriptor + 9, (byte) 0xff);

    assertRefused(withPngSize(png, 60_000, 60_000), "its header says 60000 x 60000");
    assertRefused(withPngSize(png, 100_000, 1), "its header says 100000 x 1");
    // The JDK's reader itself compares this header with the file's length.
    assertRefused(bmp, "expected ");
    assertRefused(gif, "its header says 65535 x 65535");
  }

  /** With a valid check sum, as an attacker would make it. */
  private static byte[] withPngSize(byte[] png, int width, int height) {
    ByteBuffer bytes = ByteBuffer.wrap(png.clone());
    bytes.putInt(16, width).putInt(20, height);
    CRC32 sum = new CRC32();
    sum.update(bytes.array(), 12, 17);
    return bytes.putInt(29, (int) sum.getValue()).array();
  }

  /** Where a GIF file's first image descriptor is: after the palette and the extension blocks. */
  private static int descriptorOf(byte[] gif) {
    int at = 13 + 3 * (2 << (gif[10] & 7));
    while (gif[at] != ',') {
      at += gif[at] == '!' ? 2 : 0;
      while (gif[at] != 0) {
        at += (gif[at] & 0xff) + 1;
      }
      at++;
    }
    return at;
  }

  @Test
  void aBmpThatHoldsAnotherFormatIsRefused() throws IOException {
    byte[] bmp = encode(grey(9, 12, 0), "bmp");
    ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(30, 5);
    assertRefused(bmp, "its compression is 5, expected 0 to 3");
  }

  @Test
  void aStreamIsReadAsAFileIs() throws IOException {
    byte[] png = encode(grey(9, 12, 3), "png");
    Path name = Path.of("standard input");
    assertArrayEquals(read(png, GREY), ImageFiles.read(name, new ByteArrayInputStream(png), GREY));
    IOException e = assertThrows(
        IOException.class,
        () -> ImageFiles.read(name, new ByteArrayInputStream(new byte[1 << 26]), GREY));
    assertEquals(
        "standard input: expected an image of at most 33554432 bytes, found more", e.getMessage());
  }

  @Test
  void theImagesOfAFolderComeFolderByFolderInNameOrder() throws IOException {
    Path sub = Files.createDirectories(folder.resolve("all/b"));
    byte[] png = encode(grey(2, 2, 0), "png");
    for (String file : List.of("all/c", "all/a", "all/b/x", "all/.hidden")) {
      Files.write(folder.resolve(file), png);
    }
    Files.writeString(sub.resolve("text"), "text");
    Files.createSymbolicLink(sub.resolve("loop"), folder);
    assertEquals(
        List.of("all/a", "all/b/x", "all/c"),
        ImageFiles.in(folder.resolve("all")).stream()
            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
            .toList());
  }

  @Test
  void aFolderWithoutImagesIsRefused() {
    IOException e = assertThrows(IOException.class, () -> ImageFiles.in(folder));
    assertEquals(
        folder + ": expected PNG, JPEG, GIF, BMP, WebP, TIFF or PNM images, found none",
        e.getMessage());
    assertThrows(IOException.class, () -> ImageFiles.in(folder.resolve("missing")));
  }

  @Test
  void randomDamageNeverEndsInAnotherExceptionThanAnIoException() throws IOException {
    for (String format : new String[] {"png", "jpg", "gif", "bmp"}) {
      byte[] whole = encode(grey(20, 30, 3), format);
      for (int round = 0; round < 100; round++) {
        byte[] damaged = whole.clone();
        byte[] noise = IdxBytes.random(8, round);
        for (int i = 0; i < noise.length; i += 2) {
          damaged[(noise[i] & 0xff) % damaged.length] = noise[i + 1];
        }
        try {
          assertEquals(GREY.size(), read(damaged, GREY).length);
        } catch (IOException e) {
          assertTrue(String.valueOf(e.getMessage()).contains("picture.xyz"), e.toString());
        }
      }
    }
  }

  @Test
  void missingAndUnreadableFilesAreNamed() throws IOException {
    Path missing = folder.resolve("missing.png");
    IOException e = assertThrows(IOException.class, () -> ImageFiles.read(missing, GREY));
    assertEquals(missing + " cannot be read: it does not exist", e.getMessage());

    Path secret = Files.write(folder.resolve("secret.png"), encode(grey(9, 12, 3), "png"));
    assumeFalse(
        secret.getFileSystem().supportedFileAttributeViews().stream().noneMatch("posix"::equals),
        "this file system has no permissions");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(secret), "this user may read everything");
    IOException denied = assertThrows(IOException.class, () -> ImageFiles.read(secret, GREY));
    assertEquals(secret + " cannot be read: permission denied", denied.getMessage());
  }

  @Test
  void shapesThatNoImageHasAreRefused() {
    Path any = folder.resolve("any.png");
    assertThrows(IllegalArgumentException.class, () -> ImageFiles.read(any, Shape.of(9, 12, 2)));
    assertThrows(IllegalArgumentException.class, () -> ImageFiles.read(any, Shape.of(10)));
  }

  /** AWT's own conversion of grey with transparency must not come in between either. */
  @Test
  void greyWithTransparencyComesAsItIsStored() throws IOException {
    ComponentColorModel model = new ComponentColorModel(
        ColorSpace.getInstance(ColorSpace.CS_GRAY),
        true,
        false,
        Transparency.TRANSLUCENT,
        DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(12, 9);
    raster.setPixel(0, 0, new int[] {100, 255});
    raster.setPixel(1, 0, new int[] {100, 0});
    BufferedImage image = new BufferedImage(model, raster, false, null);

    byte[] pixels = read(encode(image, "png"), GREY);

    assertEquals(100, pixels[0] & 0xff);
    assertEquals(255, pixels[1] & 0xff);
  }
}
