package dev.plenum.datasets;

import static dev.plenum.datasets.support.Pictures.grey;
import static dev.plenum.datasets.support.Pictures.plain;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.picture.Preparation;
import dev.plenum.datasets.support.Pictures;
import dev.plenum.datasets.support.Warnings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelStorageTest {
  private static final int IMAGES = 20;

  @TempDir
  Path temp;

  private Path root;
  private Path cache;

  @BeforeEach
  void writePictures() throws IOException {
    root = temp.resolve("pets");
    cache = temp.resolve("cache");
    for (int i = 0; i < IMAGES; i++) {
      write("cat/" + i + ".png", grey(9, 7, i));
      write("dog/" + i + ".png", grey(7, 9, 100 + i));
    }
  }

  private void write(String file, BufferedImage image) throws IOException {
    Pictures.write(root.resolve(file), image);
  }

  private TrainTest memory() throws IOException {
    return Datasets.folder(root).load();
  }

  private ImageFolder kept() {
    return Datasets.folder(root).storage(PixelStorage.cache().folder(cache));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.toList();
    }
  }

  private Path file() throws IOException {
    assertEquals(1, files().size(), files().toString());
    return files().get(0);
  }

  private static void assertSame(TrainTest expected, TrainTest found) {
    assertEquals(expected.sha256(), found.sha256());
    assertEquals(expected.pixelsSha256(), found.pixelsSha256());
    assertEquals(expected.pictures(), found.pictures());
    assertEquals(expected.train().imageShape(), found.train().imageShape());
  }

  @Test
  void aDatasetIsTheSameFromMemoryAndFromAFile() throws IOException {
    assertSame(memory(), kept().load());
    assertSame(memory(), kept().load());
    assertTrue(file().toString().endsWith(".pixels"));
  }

  @Test
  void soIsOneThatTurnsToColoursWithItsLastPicture() throws IOException {
    write("dog/zebra.png", plain(9, 7, TYPE_INT_RGB, 0x123456));

    assertSame(memory(), kept().load());
    assertEquals(3, kept().load().train().imageShape().channels());
  }

  @Test
  void soIsOneWithParts() throws IOException {
    Path parts = temp.resolve("parts");
    Files.createDirectories(parts);
    Files.move(root, parts.resolve("train"));
    root = parts;
    for (String part : List.of("val", "test")) {
      write(part + "/cat/1.png", plain(5, 5, TYPE_INT_RGB, 0xff0000));
      write(part + "/dog/1.png", grey(5, 5, 3));
    }

    assertSame(memory(), kept().load());
    assertSame(memory(), kept().load());
    assertEquals(
        Datasets.folder(root).loadTest().images().sha256(),
        kept().loadTest().images().sha256());
  }

  @Test
  void theNextRunOpensNoPicture() throws IOException {
    TrainTest before = kept().load();
    Path picture = root.resolve("cat/3.png");
    FileTime time = Files.getLastModifiedTime(picture);
    Files.write(picture, new byte[(int) Files.size(picture)]); // no picture any more
    Files.setLastModifiedTime(picture, time);

    assertSame(before, kept().load());
  }

  @Test
  void changedNewAndVanishedPicturesAreNoticed() throws IOException {
    kept().load();
    write("cat/3.png", grey(9, 7, 77));
    assertSame(memory(), kept().load());
    write("dog/new.png", grey(9, 7, 78));
    assertSame(memory(), kept().load());
    Files.delete(root.resolve("dog/5.png"));
    assertSame(memory(), kept().load());
  }

  @Test
  void picturesThatAreReadInAnotherWayAreAnotherFile() throws IOException {
    String plain = kept().load().pixelsSha256();
    assertNotEquals(plain, kept().imageSize(4, 5).load().pixelsSha256());
    assertNotEquals(plain, kept().channels(3).load().pixelsSha256());
    kept().preparation(Preparation.named("nearest")).load();
    assertEquals(4, files().size());
  }

  @Test
  void aDamagedFileIsNamedAndMadeAgain() throws IOException {
    TrainTest good = kept().load();
    Path file = file();
    byte[] bytes = Files.readAllBytes(file);
    for (int at : new int[] {0, 9, 30, 64, 64 + 63 * IMAGES, bytes.length - 1}) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);
      assertMadeAgain(good, file);
      assertEquals(-1, Files.mismatch(file, Files.write(temp.resolve("good"), bytes)));
    }
    for (int length : new int[] {0, 63, 64, 1000, bytes.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      assertMadeAgain(good, file);
    }
  }

  private void assertMadeAgain(TrainTest good, Path file) throws IOException {
    try (Warnings warnings = Warnings.of("dev.plenum.datasets")) {
      assertSame(good, kept().load());
      assertTrue(warnings.text().contains(file + ": "), warnings.text());
    }
  }

  @Test
  void aFileThatIsCutOffWhileItIsInUseIsNamed() throws IOException {
    assumeTrue(
        System.getProperty("os.name").startsWith("Linux"),
        "other systems do not let a file be cut off that is in use");
    for (int i = 0; i < 10; i++) {
      write("dog/large" + i + ".png", grey(300, 300, i));
    }
    TrainTest data = kept().imageSize(100, 100).load();
    Path file = file();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(64);
    }

    UncheckedIOException e = assertThrows(UncheckedIOException.class, data::pixelsSha256);
    assertTrue(String.valueOf(e.getMessage()).contains(file.toString()), e.getMessage());
  }

  @Test
  void whereNoFileCanBeWrittenThePixelsAreKeptInMemory() throws IOException {
    Files.writeString(cache, "no folder");
    assertKeptInMemory("cannot be kept in the cache, the folder " + cache);
    assertEquals("no folder", Files.readString(cache));
  }

  @Test
  void soTheyAreWhereTheCacheMayNotTakeSoMuch() throws IOException {
    cache = Files.createDirectory(temp.resolve("small"));
    Path other = Files.writeString(cache.resolve("other.pixels"), "of another dataset");
    try (Warnings warnings = Warnings.of("dev.plenum.datasets")) {
      PixelStorage small = PixelStorage.cache().folder(cache).mostBytes(1000);
      assertSame(memory(), Datasets.folder(root).storage(small).load());
      assertTrue(warnings.text().contains("the cache may take 0 MB at most"), warnings.text());
    }
    assertEquals(List.of(other), files());
  }

  private void assertKeptInMemory(String why) throws IOException {
    try (Warnings warnings = Warnings.of("dev.plenum.datasets")) {
      assertSame(memory(), kept().load());
      assertTrue(warnings.text().contains(why), warnings.text());
    }
  }

  @Test
  void theFileThatWasNotUsedForLongestMakesRoom() throws IOException {
    kept().load();
    Path oldest = file();
    Files.setLastModifiedTime(oldest, FileTime.fromMillis(0));
    long bytes = Files.size(oldest);
    PixelStorage two = PixelStorage.cache().folder(cache).mostBytes(5 * bytes / 2);
    Datasets.folder(root).storage(two).imageSize(9, 6).load();
    assertEquals(2, files().size());
    Datasets.folder(root).storage(two).imageSize(9, 5).load();
    assertEquals(2, files().size());
    assertFalse(Files.exists(oldest));
  }

  @Test
  void badPicturesAreNamedAndNothingIsLeft() throws IOException {
    Files.writeString(root.resolve("cat/1.png"), "no picture");
    Files.writeString(root.resolve("dog/2.png"), "nor this");

    IOException e = assertThrows(IOException.class, () -> kept().load());

    assertTrue(String.valueOf(e.getMessage()).contains("cat/1.png"), e.getMessage());
    assertTrue(String.valueOf(e.getMessage()).contains("dog/2.png"), e.getMessage());
    assertEquals(List.of(), files());
  }

  @Test
  void foldersWithoutPicturesAreRefusedAsTheyAreFromMemory() throws IOException {
    root = temp.resolve("empty");
    for (String name : List.of("cat", "dog")) {
      Files.createDirectories(root.resolve(name));
    }
    IOException expected = assertThrows(IOException.class, this::memory);

    IOException e = assertThrows(IOException.class, () -> kept().load());

    assertEquals(expected.getMessage(), e.getMessage());
    assertTrue(String.valueOf(e.getMessage()).contains("the class folder is empty"), e.toString());
    assertEquals(List.of(), files());
  }

  @Test
  void whatAKilledProcessLeftIsDeleted() throws IOException {
    Files.createDirectories(cache);
    Files.writeString(cache.resolve("abc-1-1.tmp"), "half");

    kept().load();

    assertTrue(file().toString().endsWith(".pixels"));
  }
}
