package dev.plenum.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.api.network.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of kinds that people have beside the pixels that Pillow gives, where the data are. */
class FieldPicturesTest {
  private static final Path FOLDER = Path.of(
          Optional.ofNullable(System.getProperty("plenum.data.dir"))
              .or(() -> Optional.ofNullable(System.getenv("PLENUM_DATA_DIR")))
              .orElse("../../shared/data"))
      .resolve("field");

  private static byte[] read(String name, int height, int width) throws IOException {
    assumeTrue(
        Files.isDirectory(FOLDER),
        () -> FOLDER.toAbsolutePath() + " is missing; set the property plenum.data.dir");
    return ImageFiles.read(FOLDER.resolve(name), Shape.of(height, width, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "plain.jpg, 60, 80",
    "wide-gamut-profile.jpg, 60, 80",
    "damaged-profile.jpg, 60, 80",
    "jfif-0.00.jpg, 60, 80",
    "bytes-before-end.jpg, 60, 80",
    "progressive-bytes-before-end.jpg, 60, 80",
    "chroma-4-4-0.jpg, 47, 61",
    "exif-6.jpg, 60, 80",
    "cmyk.jpg, 60, 80",
    "lossless.webp, 60, 80",
    "plain.tif, 60, 80",
    "plain.ppm, 60, 80"
  })
  void theirPixelsArePillows(String name, int height, int width) throws IOException {
    byte[] found = read(name, height, width);
    byte[] expected = Files.readAllBytes(FOLDER.resolve(name + ".rgb"));
    assertEquals(expected.length, found.length);
    for (int i = 0; i < found.length; i++) {
      int place = i;
      assertEquals(expected[i] & 0xff, found[i] & 0xff, 1, () -> name + ", byte " + place);
    }
  }

  /** Pillow drops the transparency; by our rule white ink on white paper is what it looks like. */
  @ParameterizedTest
  @CsvSource("white-ink-transparent.png, 60, 60")
  void whiteInkOnTransparentGroundIsLaidOverWhite(String name, int height, int width)
      throws IOException {
    byte[] white = new byte[height * width * 3];
    Arrays.fill(white, (byte) 255);
    assertTrue(Arrays.equals(white, read(name, height, width)));
  }
}
