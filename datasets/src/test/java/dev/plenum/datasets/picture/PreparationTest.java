package dev.plenum.datasets.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.ImageFiles;
import dev.plenum.datasets.ImageFolder;
import dev.plenum.datasets.audit.DatasetAudit;
import dev.plenum.datasets.support.Fixtures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what Pillow makes of the same pictures; the script beside them says how. */
class PreparationTest {
  @TempDir
  Path folder;

  /** Pillow rounds the weights, and once more between the two directions. */
  private static int tolerance(Preparation preparation) {
    return preparation.method() == ResizeMethod.NEAREST || preparation.isPillowGrey() ? 0 : 1;
  }

  @Test
  void picturesArePreparedAsPillowDoesIt() throws IOException {
    ByteBuffer expected =
        ByteBuffer.wrap(Files.readAllBytes(Fixtures.file("prepared/expected.bin")));
    Set<String> done = new HashSet<>();
    for (String line : Files.readAllLines(Fixtures.file("prepared/expected.txt"))) {
      String[] words = line.split(" ", -1);
      Preparation preparation = Preparation.named(words[1]);
      Shape shape = Shape.of(
          Integer.parseInt(words[2]), Integer.parseInt(words[3]), Integer.parseInt(words[4]));
      byte[] found = ImageFiles.read(Fixtures.file("prepared/" + words[0]), shape, preparation);
      for (int i = 0; i < found.length; i++) {
        int at = i;
        assertEquals(
            expected.get() & 0xff,
            found[i] & 0xff,
            tolerance(preparation),
            () -> line + " at " + at);
      }
      done.add(words[1]);
    }
    assertEquals(0, expected.remaining());
    assertEquals(
        Set.of(
            "bilinear",
            "bilinear,crop",
            "bilinear,pad",
            "area",
            "area,crop",
            "area,pad",
            "nearest",
            "nearest,crop",
            "nearest,pad",
            "pillow-grey",
            "exif"),
        done);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bilinear|bilinear",
        "stretch|bilinear",
        "crop, Area|area,crop",
        "pillow-grey,exif,pad,nearest|nearest,pad,exif,pillow-grey",
      })
  void aPreparationHasOneName(String given, String name) {
    assertEquals(name, Preparation.named(given).name());
    assertEquals(Preparation.named(given), Preparation.named(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lanczos", "area,", "area,nearest", "crop,pad", "exif,exif"})
  void otherNamesAreRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> Preparation.named(name));
  }

  @Test
  void theStandardIsWhatIsDoneWithoutOne() throws IOException {
    Shape shape = Shape.of(9, 25, 1);
    Path file = Fixtures.file("prepared/37x52.png");
    assertEquals(
        ByteBuffer.wrap(ImageFiles.read(file, shape)),
        ByteBuffer.wrap(ImageFiles.read(file, shape, Preparation.standard())));
    assertEquals("bilinear", Preparation.standard().name());
  }

  private ImageFolder photos() throws IOException {
    for (int i = 1; i <= 8; i++) {
      for (String className : new String[] {"left", "right"}) {
        Path file = folder.resolve("train/%s/%s.png".formatted(className, i));
        Files.createDirectories(file.getParent());
        Files.copy(Fixtures.file("prepared/exif-%s.png".formatted(i)), file);
        Path test = folder.resolve("test/%s/%s.png".formatted(className, i));
        Files.createDirectories(test.getParent());
        Files.copy(file, test);
      }
    }
    return Datasets.folder(folder);
  }

  @Test
  void aFolderIsPreparedAndSaysHow() throws IOException {
    ImageFolder photos = photos().imageSize(8, 8).channels(3);

    TrainTest standard = photos.load();
    TrainTest cropped = photos.preparation(Preparation.named("area,crop,exif")).load();

    assertEquals("bilinear", standard.preparation());
    assertEquals("area,crop,exif", cropped.preparation());
    assertEquals(standard.sha256(), cropped.sha256());
    assertEquals(standard.pictures(), cropped.pictures());
    assertNotEquals(standard.pixelsSha256(), cropped.pixelsSha256());
    assertEquals(
        ByteBuffer.wrap(ImageFiles.read(
            folder.resolve("train/left/6.png"),
            Shape.of(8, 8, 3),
            Preparation.named("area,crop,exif"))),
        ByteBuffer.wrap(cropped.train().image(5)));
    assertEquals(
        standard.pixelsSha256(),
        photos.preparation(Preparation.standard()).load().pixelsSha256());
  }

  @Test
  void withoutASizeItIsThatOfTheFirstPictureAsItIsShown() throws IOException {
    ImageFolder photos = photos();
    Files.copy(Fixtures.file("prepared/exif-6.png"), folder.resolve("train/left/0.png"));

    assertEquals(Shape.of(10, 24, 3), photos.load().train().imageShape());
    assertEquals(
        Shape.of(24, 10, 3),
        photos.preparation(Preparation.standard().upright()).load().train().imageShape());
  }

  @Test
  void turnedPicturesAreToldByAnAudit() throws IOException {
    DatasetAudit audit = photos().audit();

    assertEquals(28, audit.turned().size());
    assertTrue(audit.brokenFiles().isEmpty());
  }
}
