package dev.plenum.datasets.internal.idx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.support.IdxBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxReaderTest {
  private final byte[] images = IdxBytes.images(7, 3, 5, 1);
  private final byte[] labels = IdxBytes.labels(7, 10);

  @TempDir
  Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("some-file"), bytes);
  }

  private void assertRefused(byte[] bytes, IdxKind kind, String... parts) throws IOException {
    Path file = file(bytes);
    InvalidFileException e =
        assertThrows(InvalidFileException.class, () -> IdxReader.read(file, kind));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith(file.toString()), message);
    for (String part : parts) {
      assertTrue(message.contains(part), () -> "'" + part + "' is not in: " + message);
    }
  }

  private static byte[] imageHeader(int count, int height, int width) {
    return ByteBuffer.allocate(16)
        .putInt(0x803)
        .putInt(count)
        .putInt(height)
        .putInt(width)
        .array();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void gzippedAndPlainImagesAreToldApartByTheirContent(boolean gzip) throws IOException {
    IdxContent content =
        IdxReader.read(file(gzip ? IdxBytes.gzip(images) : images), IdxKind.IMAGES);

    assertEquals(7, content.count());
    assertEquals(3, content.height());
    assertEquals(5, content.width());
    assertArrayEquals(Arrays.copyOfRange(images, 16, images.length), content.data());
    assertEquals(IdxBytes.sha256(images), content.sha256());
  }

  @Test
  void labelsAreRead() throws IOException {
    IdxContent content = IdxReader.read(file(labels), IdxKind.LABELS);

    assertEquals(7, content.count());
    assertArrayEquals(new byte[] {0, 1, 2, 3, 4, 5, 6}, content.data());
    assertEquals(IdxBytes.sha256(labels), content.sha256());
  }

  @Test
  void aFileThatPacksBetterThanExpectedIsReadWhole() throws IOException {
    byte[] black = Arrays.copyOf(imageHeader(3000, 50, 50), 16 + 3000 * 50 * 50);

    IdxContent content = IdxReader.read(file(IdxBytes.gzip(black)), IdxKind.IMAGES);

    assertEquals(IdxBytes.sha256(black), content.sha256());
  }

  @Test
  void truncatedImagesAreRefusedWithBothLengths() throws IOException {
    byte[] cut = Arrays.copyOf(images, images.length - 4);

    assertRefused(
        cut, IdxKind.IMAGES, "7 images of 3 x 5 pixels need 121 bytes", "found 117 bytes");
    assertRefused(
        IdxBytes.gzip(cut),
        IdxKind.IMAGES,
        "7 images of 3 x 5 pixels need 121 bytes unpacked",
        "found 117 bytes");
  }

  @Test
  void trailingBytesAreRefused() throws IOException {
    byte[] longer = Arrays.copyOf(labels, labels.length + 1);

    assertRefused(longer, IdxKind.LABELS, "7 labels need 15 bytes", "found 16 bytes");
    assertRefused(
        IdxBytes.gzip(longer), IdxKind.LABELS, "7 labels need 15 bytes unpacked", "found more");
  }

  @Test
  void everyTruncationOfAGzipFileIsRefused() throws IOException {
    byte[] packed = IdxBytes.gzip(images);
    for (int length = 0; length < packed.length; length++) {
      assertRefused(Arrays.copyOf(packed, length), IdxKind.IMAGES);
    }
    assertRefused(Arrays.copyOf(packed, 5), IdxKind.IMAGES, "the gzip header is cut off");
    assertRefused(
        Arrays.copyOf(packed, packed.length - 9), IdxKind.IMAGES, "the gzip data are cut off");
  }

  @Test
  void aDamagedGzipFileIsRefused() throws IOException {
    byte[] packed = IdxBytes.gzip(images);
    packed[packed.length / 2] ^= 0x10;

    assertRefused(packed, IdxKind.IMAGES, "the gzip data are damaged");
  }

  @Test
  void aDamagedGzipHeaderIsRefused() throws IOException {
    byte[] packed = IdxBytes.gzip(images);
    packed[2] = 99;

    assertRefused(packed, IdxKind.IMAGES, "the gzip header is damaged");
  }

  @Test
  void imagesGivenAsLabelsAndLabelsGivenAsImagesAreRefused() throws IOException {
    assertRefused(
        images,
        IdxKind.LABELS,
        "expected labels (magic number 0x00000801)",
        "found images (magic number 0x00000803)");
    assertRefused(
        IdxBytes.gzip(labels),
        IdxKind.IMAGES,
        "expected images (magic number 0x00000803)",
        "found labels (magic number 0x00000801)");
  }

  @Test
  void foreignFilesAreRefusedWithTheirMagicNumber() throws IOException {
    assertRefused(
        "<html>Not found</html>".getBytes(StandardCharsets.UTF_8), IdxKind.IMAGES, "0x3c68746d");
  }

  @Test
  void filesWithoutAWholeHeaderAreRefused() throws IOException {
    assertRefused(new byte[0], IdxKind.IMAGES, "a header of 16 bytes", "found 0 bytes");
    assertRefused(new byte[] {0}, IdxKind.LABELS, "a header of 8 bytes", "found 1 bytes");
    assertRefused(Arrays.copyOf(images, 15), IdxKind.IMAGES, "found 15 bytes");
  }

  @Test
  void absurdDimensionsAreRefusedWithoutTakingTheMemory() throws IOException {
    for (boolean gzip : new boolean[] {false, true}) {
      byte[] huge = imageHeader(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
      byte[] negative = imageHeader(-1, 28, 28);
      byte[] none = imageHeader(10, 0, 28);
      assertRefused(gzip ? IdxBytes.gzip(huge) : huge, IdxKind.IMAGES, "which is more than");
      assertRefused(
          gzip ? IdxBytes.gzip(negative) : negative, IdxKind.IMAGES, "dimension 1 is 4294967295");
      assertRefused(gzip ? IdxBytes.gzip(none) : none, IdxKind.IMAGES, "dimension 2 is 0");
      // Two gigabytes, more than the tests' heap.
      byte[] lying = imageHeader(2_000_000, 32, 32);
      assertRefused(gzip ? IdxBytes.gzip(lying) : lying, IdxKind.IMAGES, "found 16 bytes");
    }
  }

  @Test
  void moreThanTheAllowedBytesAreRefusedByTheHeader() throws IOException {
    Path file = file(IdxBytes.gzip(images));

    InvalidFileException e =
        assertThrows(InvalidFileException.class, () -> IdxReader.read(file, IdxKind.IMAGES, 120));

    assertEquals(
        "the header says 7 images of 3 x 5 pixels, 121 bytes in all; expected 120 bytes",
        e.problem());
  }

  @Test
  void missingFilesAndFoldersAreNamed() {
    Path missing = folder.resolve("missing");
    IOException e = assertThrows(IOException.class, () -> IdxReader.read(missing, IdxKind.IMAGES));
    assertEquals(missing + " cannot be read: it does not exist", e.getMessage());

    IOException noFile =
        assertThrows(IOException.class, () -> IdxReader.read(folder, IdxKind.IMAGES));
    assertTrue(String.valueOf(noFile.getMessage()).startsWith(folder + " cannot be read: "));
  }

  @Test
  void randomDamageNeverEndsInAnotherExceptionThanAnIoException() throws IOException {
    byte[] packed = IdxBytes.gzip(images);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = (round % 2 == 0 ? packed : images).clone();
      byte[] noise = IdxBytes.random(3, round);
      damaged[(noise[0] & 0xff) % damaged.length] ^= noise[1];
      Path file = file(Arrays.copyOf(damaged, damaged.length - (noise[2] & 3)));
      try {
        IdxReader.read(file, IdxKind.IMAGES);
      } catch (IOException e) {
        assertTrue(String.valueOf(e.getMessage()).contains(file.toString()), e.toString());
      }
    }
  }
}
