package dev.plenum.datasets.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.ImageFolder;
import dev.plenum.datasets.support.Fixtures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives of a folder of pictures, and a list of its files; the script beside them says who wrote them. */
class ArchivesTest {
  private static final byte[] PICTURE =
      "P5 1 1 255\n?".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  @TempDir
  Path folder;

  private static TrainTest load(String name) throws IOException {
    return Datasets.open(Fixtures.file(name)).load();
  }

  private static String refusal(Path file) {
    String message = String.valueOf(
        assertThrows(IOException.class, () -> Datasets.open(file).load()).getMessage());
    assertTrue(message.contains(file.toString()), message);
    return message;
  }

  @ParameterizedTest
  @ValueSource(strings = {"photos.zip", "photos-stored.zip", "photos.tar", "photos.tar.gz"})
  void anArchiveIsTheSameDatasetAsItsFolder(String name) throws IOException {
    TrainTest unpacked = load("photos");

    TrainTest packed = load(name);

    assertEquals(List.of("apple", "dog"), packed.train().classNames());
    assertEquals(unpacked.sha256(), packed.sha256());
    assertEquals(unpacked.pixelsSha256(), packed.pixelsSha256());
    assertEquals(unpacked.pictures(), packed.pictures());
    assertEquals(name, packed.name());
    ImageFolder scaled = (ImageFolder) Datasets.open(Fixtures.file(name));
    assertEquals(
        Shape.of(3, 4, 1), scaled.imageSize(3, 4).channels(1).load().train().imageShape());
    assertEquals(30, Datasets.open(Fixtures.file(name)).loadTest().images().size());
  }

  @Test
  void aListSaysClassesAndParts() throws IOException {
    TrainTest data = load("photos.csv");

    assertEquals(List.of("apple", "dog"), data.train().classNames());
    assertEquals(24, data.train().size());
    assertEquals(6, data.test().size());
    assertEquals(0, data.train().label(0));
    assertEquals(1, data.train().label(23));
    assertEquals(Shape.of(6, 8, 3), data.train().imageShape());
    assertEquals(
        6, Datasets.open(Fixtures.file("photos.csv")).loadTest().images().size());
  }

  /** As macOS, programs of Windows, and 7-Zip make them; the script beside them does as these do. */
  @ParameterizedTest
  @ValueSource(strings = {"mac.zip", "mac-flat.zip", "mac.tar.gz", "backslashes.zip", "7z.zip"})
  void archivesOfOtherSystemsAreRead(String name) throws IOException {
    TrainTest data = load("odd/" + name);

    assertEquals(List.of("apple", "dog"), data.train().classNames());
    assertEquals(30, data.train().size() + data.test().size());
    assertEquals(load("photos").pixelsSha256(), data.pixelsSha256());
  }

  @ParameterizedTest
  @CsvSource({
    "secret.zip, 'it is encrypted, and cannot be read; pack it without a password'",
    "lzma.zip, 'it is packed by another method than deflate'",
    "nested.zip, 'only such files as [mac.zip]; archives in it must be unpacked first'"
  })
  void archivesThatCannotBeReadSayWhatToDo(String name, String problem) {
    assertTrue(
        refusal(Fixtures.file("odd/" + name)).contains(problem),
        refusal(Fixtures.file("odd/" + name)));
  }

  @Test
  void pathsOfAListMayBeThoseOfWindows() throws IOException {
    Files.copy(Fixtures.file("photos/apple/0.ppm"), folder.resolve("0.ppm"));
    Files.createDirectory(folder.resolve("x"));
    Files.copy(Fixtures.file("photos/apple/1.ppm"), folder.resolve("x/1.ppm"));
    Path list = Files.writeString(
        folder.resolve("list.csv"),
        "\ufefffilename;label;split\r\n0.ppm;a;train\r\nx\\1.ppm;b;test\r\n");

    assertEquals(1, Datasets.open(list).load().test().size());
  }

  private Path list(String... lines) throws IOException {
    Files.write(folder.resolve("a.pgm"), PICTURE);
    return Files.writeString(folder.resolve("list.csv"), String.join("\n", lines));
  }

  @Test
  void linesOfAListThatMakeNoSenseAreNamed() throws IOException {
    assertTrue(refusal(list("file,class", "a.pgm,1", "a.pgm,2"))
        .contains("line 3: 'a.pgm' is in the list twice"));
    assertTrue(refusal(list("file,class", "a.pgm")).contains("line 2: a class is missing"));
    assertTrue(refusal(list("file,class,split", "a.pgm,1,both"))
        .contains("line 2: the part is 'both'; expected train, val or test"));
    assertTrue(refusal(list("file,class", "a.pgm,1")).contains("two or more classes, found only"));
    String missing = String.valueOf(assertThrows(
            IOException.class,
            () -> Datasets.open(list("file,class", "a.pgm,1", "b.pgm,2")).load())
        .getMessage());
    assertTrue(missing.contains(folder.resolve("b.pgm").toString()), missing);
  }

  /** As an image that is wider than that of class 9 would sort classes 10 and 9 otherwise. */
  @Test
  void classesThatAreNumbersAreInTheOrderOfTheNumbers() throws IOException {
    Files.write(folder.resolve("b.pgm"), PICTURE);
    Path list = list("file,class,set", "a.pgm,10,train", "b.pgm,9,test");

    assertEquals(List.of("9", "10"), Datasets.open(list).load().train().classNames());
  }

  private Path zip(String... names) throws IOException {
    Path file = folder.resolve("made.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(PICTURE);
      }
    }
    return file;
  }

  @Test
  void namesThatLeadElsewhereOrContradictAreRefused() throws IOException {
    assertTrue(refusal(zip("cat/1.pgm", "../dog/1.pgm")).contains("leads out of the archive"));
    assertTrue(refusal(zip("cat/1.pgm", "cat/./1.pgm")).contains("are called cat/1.pgm"));
    assertTrue(refusal(zip("cat/1.pgm", "cat")).contains("two of its entries are called cat"));
    assertTrue(refusal(zip("cat", "cat/1.pgm")).contains("two of its entries are called cat"));
  }

  @Test
  void whatIsInAnArchiveIsNamedWithItsPlace() throws IOException {
    Path zip = zip("cat/1.pgm", "cat/2.pgm", "dog/1.pgm", "loose.pgm");

    assertTrue(
        refusal(zip).contains(zip.resolve("loose.pgm") + ": found an image outside of the class"),
        refusal(zip));
  }

  @ParameterizedTest
  @ValueSource(strings = {"photos.zip", "photos.tar", "photos.tar.gz"})
  void anArchiveThatIsCutOffIsRefused(String name) throws IOException {
    byte[] whole = Files.readAllBytes(Fixtures.file(name));
    Path cut = Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length / 2));

    assertTrue(refusal(cut).contains("damaged") || refusal(cut).contains("pixel"), refusal(cut));
  }
}
