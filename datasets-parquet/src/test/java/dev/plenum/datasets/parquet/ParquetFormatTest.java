package dev.plenum.datasets.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.DatasetProvider;
import dev.plenum.datasets.DatasetSearch;
import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.ImageFolder;
import dev.plenum.datasets.PixelStorage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that DuckDB and arrow-rs wrote; the script beside them says how. */
class ParquetFormatTest {
  @TempDir
  Path folder;

  private static Path file(String name) {
    URL found = Objects.requireNonNull(ParquetFormatTest.class.getResource(name), name);
    try {
      return Path.of(found.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] pixels(int image) {
    byte[] pixels = new byte[5 * 6 * 3];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (image * 31 + i / 18 * 17 + i % 18 / 3 * 7 + i % 3 * 3);
    }
    return pixels;
  }

  private static void requireImages(Dataset images, int first, int count) {
    assertEquals(Shape.of(5, 6, 3), images.imageShape());
    assertEquals(count, images.size());
    for (int i = 0; i < count; i++) {
      assertArrayEquals(pixels(first + i), images.image(i), "image " + i);
      assertEquals((first + i) % 3, images.label(i));
    }
  }

  private static String refusal(Path path) {
    return String.valueOf(
        assertThrows(IOException.class, () -> Datasets.open(path).load()).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hub", "hub/data"})
  void aFolderAsTheHubHasItIsReadPartByPart(String name) throws IOException {
    TrainTest data = Datasets.open(file(name)).load();

    assertEquals(List.of("cat", "dog", "über"), data.train().classNames());
    requireImages(data.train(), 0, 20);
    requireImages(data.test(), 20, 10);
    assertEquals(
        "train/cat/train-00000-of-00002.parquet/0", data.pictures().get(0).path());
    assertEquals(30, data.pictures().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uncompressed",
        "gzip",
        "zstd",
        "lz4_raw",
        "version-2",
        "arrow-snappy",
        "arrow-delta"
      })
  void everyCompressionAndEncodingGivesTheSameImages(String name) throws IOException {
    requireImages(Datasets.open(file(name + ".parquet")).loadTest().images(), 0, 30);
  }

  @Test
  void severalRowGroupsAreReadOneAfterTheOther() throws IOException {
    Dataset images = Datasets.open(file("row-groups.parquet")).loadTest().images();

    assertEquals(5000, images.size());
    for (int i = 0; i < 5000; i++) {
      assertArrayEquals(new byte[] {(byte) (i % 251), (byte) (i / 251)}, images.image(i));
      assertEquals(i % 3, images.label(i));
    }
  }

  @Test
  void classesMayBeTextsAndImagesBytesAlone() throws IOException {
    Dataset images = Datasets.open(file("texts.parquet")).loadTest().images();

    assertEquals(List.of("cat", "dog", "elk"), images.classNames());
    for (int i = 0; i < 30; i++) {
      assertArrayEquals(pixels(i), images.image(i));
      assertEquals(List.of(1, 0, 2).get(i % 3), images.label(i));
    }
  }

  @Test
  void theColumnsCanBeSaid() throws IOException {
    Path table = file("two-labels.parquet");

    assertEquals(5, Datasets.open(table).load().train().classNames().size());
    DatasetProvider parquet = new ParquetFormat();
    Map<String, String> coarse =
        Map.of("path", table.toString(), "label", "coarse_label", "image", "img");
    assertEquals(List.of("0", "1"), parquet.source(coarse).load().train().classNames());
    Map<String, String> none = Map.of("path", table.toString(), "label", "colour");
    String unknown = String.valueOf(
        assertThrows(IOException.class, () -> parquet.source(none).load()).getMessage());
    assertTrue(unknown.contains("expected a column 'colour' with whole numbers or texts"), unknown);
    assertTrue(unknown.contains("found [img.bytes BINARY"), unknown);
    assertThrows(IllegalArgumentException.class, () -> parquet.source(Map.of("labels", "x")));
    assertTrue(
        DatasetSearch.find("parquet:path=" + table, folder).form().contains("Parquet table"));
  }

  @Test
  void aColumnOfBytesAloneCanHaveAnyName() throws IOException {
    String table =
        Files.readString(file("texts.parquet"), StandardCharsets.ISO_8859_1).replace("img", "jpg");
    Path renamed =
        Files.writeString(folder.resolve("renamed.parquet"), table, StandardCharsets.ISO_8859_1);
    Map<String, String> settings =
        Map.of("path", renamed.toString(), "image", "jpg", "label", "category");

    Dataset images = new ParquetFormat().source(settings).loadTest().images();

    for (int i = 0; i < 30; i++) {
      assertArrayEquals(pixels(i), images.image(i));
    }
    assertTrue(refusal(renamed).contains("say which: parquet:path=renamed.parquet,image=NAME"));
  }

  @Test
  void imagesAreScaledAsThoseOfFolders() throws IOException {
    ImageFolder small = ((ImageFolder) Datasets.open(file("gzip.parquet"))).imageSize(2, 3);

    assertEquals(Shape.of(2, 3, 1), small.channels(1).load().train().imageShape());
  }

  @Test
  void theirPixelsCanBeKeptInAFile() throws IOException {
    ImageFolder table = (ImageFolder) Datasets.open(file("row-groups.parquet"));
    ImageFolder kept = table.storage(PixelStorage.cache().folder(folder));

    assertEquals(table.load().pixelsSha256(), kept.load().pixelsSha256());
    assertEquals(table.load().pixelsSha256(), kept.load().pixelsSha256());
  }

  @Test
  void aTestWithoutLabelsIsLeftOut() throws IOException {
    TrainTest data = Datasets.open(file("unlabelled")).load();

    assertEquals(18, data.train().size());
    assertEquals(2, data.test().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "brotli.parquet; it is compressed by BROTLI, which is not read; write it with snappy",
        "paths-alone.parquet; row 0 has no bytes in the column image; an image that is only named"
      })
  void whatCannotBeReadIsRefusedByName(String name, String problem) {
    String refusal = refusal(file(name));

    assertTrue(refusal.contains(file(name) + ": " + problem), refusal);
  }

  @Test
  void aPointerOfGitLfsAndOtherFilesAreCalledWhatTheyAre() throws IOException {
    String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1234567\n";
    Path file = Files.writeString(folder.resolve("train-00000-of-00001.parquet"), pointer);
    assertTrue(refusal(folder).startsWith(file + ": expected a Parquet file, found a Git LFS"));

    Files.write(file, "PK not a table, but long enough".getBytes(StandardCharsets.US_ASCII));
    assertTrue(refusal(folder).contains("which begins and ends with PAR1"));
  }

  @Test
  void filesThatAreMissingAreNamed() throws IOException {
    Files.copy(
        file("hub/data/train-00001-of-00002.parquet"),
        folder.resolve("train-00001-of-00002.parquet"));

    assertTrue(refusal(folder)
        .contains("it is one of 2 files, but train-00000-of-00002.parquet is missing"));
  }

  @Test
  void severalDatasetsInAFolderAreRefusedAndFoldersOfPartsRead() throws IOException {
    for (String name : List.of("train", "test")) {
      Path part = Files.createDirectory(folder.resolve(name));
      Files.copy(file("zstd.parquet"), part.resolve("0000.parquet"));
    }
    requireImages(Datasets.open(folder).load().test(), 0, 30);

    Path other = Files.createDirectory(folder.resolve("colour"));
    Files.copy(file("zstd.parquet"), other.resolve("0000.parquet"));
    assertTrue(refusal(folder).contains("give one of them: [colour, test, train]"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.3, 0.6, 0.9, 0.999})
  void cutOffFilesAreRefused(double share) throws IOException {
    byte[] whole = Files.readAllBytes(file("zstd.parquet"));
    Path cut = Files.write(
        folder.resolve("cut.parquet"), Arrays.copyOf(whole, (int) (share * whole.length)));

    assertTrue(refusal(cut).startsWith(cut + ": expected a "), refusal(cut));
  }

  private static void forbid(Path folder) throws IOException {
    assumeFalse(
        folder.getFileSystem().supportedFileAttributeViews().stream().noneMatch("posix"::equals),
        "this file system has no permissions");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(folder), "this user may read everything");
  }

  @Test
  void aFolderOfPicturesMayHaveFoldersThatCannotBeListed() throws IOException {
    for (String name : List.of("cat", "dog")) {
      Path pictures = Files.createDirectory(folder.resolve(name));
      for (int i = 0; i < 5; i++) {
        Files.writeString(pictures.resolve(i + ".pgm"), "P5 1 1 255\n" + i);
      }
    }
    Path secret = Files.createDirectory(folder.resolve("lost+found"));
    forbid(secret);
    try {
      assertEquals(10, Datasets.open(folder).loadTest().images().size());
    } finally {
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aPartThatCannotBeListedIsNotLeftOut() throws IOException {
    for (String name : List.of("train", "test")) {
      Path part = Files.createDirectory(folder.resolve(name));
      Files.copy(file("zstd.parquet"), part.resolve("0000.parquet"));
    }
    Path test = folder.resolve("test");
    forbid(test);
    try {
      assertEquals(test + ": it cannot be read", refusal(folder));
    } finally {
      Files.setPosixFilePermissions(test, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aFolderWithoutTablesIsAnotherFormat() throws IOException {
    assertFalse(new ParquetFormat().recognizes(folder));
    assertFalse(new ParquetFormat().recognizes(file("make-parquet.sh")));
  }
}
