package dev.plenum.datasets;

import static dev.plenum.datasets.support.Pictures.grey;
import static dev.plenum.datasets.support.Pictures.plain;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.support.IdxBytes;
import dev.plenum.datasets.support.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
  @TempDir
  Path temp;

  private Path root;

  @BeforeEach
  void chooseRoot() {
    root = temp.resolve("pets");
  }

  private void write(String file, BufferedImage image) throws IOException {
    Pictures.write(root.resolve(file), image);
  }

  private void writeTrainAndTest() throws IOException {
    write("train/dog/b.png", grey(4, 6, 10));
    write("train/dog/a.png", grey(4, 6, 20));
    write("train/cat/z.png", grey(4, 6, 30));
    write("test/cat/1.png", grey(4, 6, 40));
    write("test/dog/1.png", grey(4, 6, 50));
  }

  private TrainTest load() throws IOException {
    return Datasets.folder(root).load();
  }

  private void assertRefused(Path named, String... parts) {
    IOException e = assertThrows(IOException.class, this::load);
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith(named.toString()), message);
    for (String part : parts) {
      assertTrue(message.contains(part), () -> "'" + part + "' is not in: " + message);
    }
  }

  private static List<Integer> labels(Dataset data) {
    return IntStream.range(0, data.size()).mapToObj(data::label).toList();
  }

  private static int firstByte(Dataset data, int image) {
    return data.image(image)[0] & 0xff;
  }

  @Test
  void classesAndImagesComeInNameOrder() throws IOException {
    writeTrainAndTest();

    TrainTest data = load();

    assertEquals("pets", data.name());
    assertEquals(List.of("cat", "dog"), data.train().classNames());
    assertEquals(Shape.of(4, 6, 1), data.train().imageShape());
    assertEquals(List.of(0, 1, 1), labels(data.train()));
    assertEquals(List.of(0, 1), labels(data.test()));
    assertEquals(30, firstByte(data.train(), 0));
    assertEquals(20, firstByte(data.train(), 1));
    assertEquals(10, firstByte(data.train(), 2));
    assertEquals(40, firstByte(data.test(), 0));
  }

  @Test
  void allFormatsAreReadWhateverTheNamesSay() throws IOException {
    write("a/1.png", plain(4, 6, TYPE_INT_RGB, 0xff0000));
    write("a/2.bmp", plain(4, 6, TYPE_INT_RGB, 0xff0000));
    write("a/3.gif", plain(4, 6, TYPE_INT_RGB, 0xff0000));
    write("a/4.jpg", plain(4, 6, TYPE_INT_RGB, 0xff0000));
    write("b/5.png", plain(4, 6, TYPE_INT_RGB, 0xff0000));
    Files.move(root.resolve("a/4.jpg"), root.resolve("a/4.png"));

    TrainTest data = load();

    assertEquals(Shape.of(4, 6, 3), data.train().imageShape());
    assertEquals(5, data.train().size() + data.test().size());
    for (int i = 0; i < data.train().size(); i++) {
      assertTrue(firstByte(data.train(), i) > 250);
    }
  }

  @Test
  void onlyClassFoldersGiveASeededTenthForTesting() throws IOException {
    for (int i = 0; i < 10; i++) {
      write(String.format(Locale.ROOT, "a/%02d.png", i), grey(2, 2, i));
      write(String.format(Locale.ROOT, "b/%02d.png", i), grey(2, 2, 100 + i));
    }

    TrainTest data = load();
    TrainTest again = load();

    assertEquals(18, data.train().size());
    assertEquals(2, data.test().size());
    assertEquals(data.test().sha256(), again.test().sha256());
    List<Integer> seen = new ArrayList<>();
    IntStream.range(0, 18).forEach(i -> seen.add(firstByte(data.train(), i)));
    IntStream.range(0, 2).forEach(i -> seen.add(firstByte(data.test(), i)));
    assertEquals(20, seen.stream().distinct().count());
  }

  @Test
  void tooFewImagesForATestSetAreRefused() throws IOException {
    write("a/1.png", grey(2, 2, 1));
    write("b/1.png", grey(2, 2, 1));

    assertRefused(root, "a tenth of its 2 images");
  }

  @Test
  void theDigestIsOverNamesAndBytesInOrder() throws IOException {
    writeTrainAndTest();
    List<byte[]> parts = new ArrayList<>();
    for (String file : List.of(
        "test/cat/1.png",
        "test/dog/1.png",
        "train/cat/z.png",
        "train/dog/a.png",
        "train/dog/b.png")) {
      byte[] bytes = Files.readAllBytes(root.resolve(file));
      parts.add(file.getBytes(StandardCharsets.UTF_8));
      parts.add(new byte[1]);
      parts.add(ByteBuffer.allocate(8).putLong(0, bytes.length).array());
      parts.add(bytes);
    }
    String expected = IdxBytes.sha256(parts.toArray(byte[][]::new));

    assertEquals(expected, load().sha256());
    assertEquals(
        expected, Datasets.folder(root).imageSize(8, 8).channels(3).load().sha256());
    Files.move(root.resolve("test/cat/1.png"), root.resolve("test/cat/2.png"));
    assertFalse(expected.equals(load().sha256()));
  }

  @Test
  void oneColouredImageMakesAllColoured() throws IOException {
    writeTrainAndTest();
    write("test/dog/2.png", plain(4, 6, TYPE_INT_RGB, 0x010203));

    TrainTest data = load();

    assertEquals(Shape.of(4, 6, 3), data.train().imageShape());
    assertEquals(Shape.of(4, 6, 3), data.test().imageShape());
    byte[] grey = data.train().image(0);
    for (int i = 0; i < grey.length; i++) {
      assertEquals((byte) Pictures.greyAt(i / 18, i / 3 % 6, 30), grey[i]);
    }
    assertArrayEquals(new byte[] {1, 2, 3}, Arrays.copyOf(data.test().image(2), 3));
  }

  @Test
  void greyThatIsStoredAsColourIsGrey() throws IOException {
    writeTrainAndTest();
    write("train/cat/y.png", plain(4, 6, TYPE_INT_RGB, 0x070707));

    TrainTest data = load();

    assertEquals(1, data.train().imageShape().channels());
    assertEquals(7, firstByte(data.train(), 0));
  }

  @Test
  void channelsAndSizeAreAsAskedFor() throws IOException {
    writeTrainAndTest();
    write("train/cat/y.png", plain(50, 60, TYPE_INT_RGB, 0x00ff00));

    TrainTest grey = Datasets.folder(root).channels(1).imageSize(5, 3).load();
    TrainTest colour = Datasets.folder(root).channels(3).load();

    assertEquals(Shape.of(5, 3, 1), grey.train().imageShape());
    assertEquals(150, firstByte(grey.train(), 0));
    // The first image is the new one.
    assertEquals(Shape.of(50, 60, 3), colour.test().imageShape());
  }

  @Test
  void impossibleSizesAndChannelsAreRefused() {
    ImageFolder folder = Datasets.folder(root);

    assertThrows(IllegalArgumentException.class, () -> folder.imageSize(0, 5));
    assertThrows(IllegalArgumentException.class, () -> folder.imageSize(5, 100_000));
    assertThrows(IllegalArgumentException.class, () -> folder.channels(2));
  }

  @Test
  void moreThanAnArrayCanHoldIsRefusedBeforeReading() throws IOException {
    writeTrainAndTest();

    IOException e = assertThrows(
        IOException.class, () -> Datasets.folder(root).imageSize(16_384, 16_384).load());
    assertTrue(
        String.valueOf(e.getMessage()).contains("3 images of 16384 x 16384 pixels"),
        e.getMessage());
  }

  @Test
  void hiddenFilesAndOtherFilesBesideTheFoldersAreIgnored() throws IOException {
    writeTrainAndTest();
    String digest = load().sha256();
    byte[] anything = {1, 2, 3};
    for (String file : List.of(
        ".DS_Store",
        "README.md",
        "train/labels.csv",
        "train/cat/.DS_Store",
        "train/cat/Thumbs.db",
        "test/dog/desktop.ini")) {
      Files.write(root.resolve(file), anything);
    }
    Files.createDirectories(root.resolve("train/.cache"));

    assertEquals(digest, load().sha256());
  }

  @Test
  void aTextFileNamedPngIsRefused() throws IOException {
    writeTrainAndTest();
    Path text = Files.writeString(root.resolve("test/cat/2.png"), "not a picture");

    assertRefused(text, "expected a PNG, JPEG, GIF, BMP, WebP, TIFF or PNM image, found text");
  }

  @Test
  void aFolderInAClassFolderIsRefused() throws IOException {
    writeTrainAndTest();
    Path nested = Files.createDirectories(root.resolve("train/cat/more"));

    assertRefused(nested, "expected an image file in a class folder, found a folder");
  }

  @Test
  void aBrokenLinkIsRefused() throws IOException {
    writeTrainAndTest();
    Path link = root.resolve("train/cat/link.png");
    Files.createSymbolicLink(link, temp.resolve("nowhere"));

    assertRefused(link, "a broken link");
  }

  @Test
  void anImageOutsideOfTheClassFoldersIsRefused() throws IOException {
    writeTrainAndTest();
    write("train/stray.png", grey(4, 6, 1));

    assertRefused(root.resolve("train/stray.png"), "outside of the class folders");
  }

  @Test
  void aClassNameWithALineBreakIsRefused() throws IOException {
    write("cat/1.png", grey(2, 2, 0));
    write("d\nog/1.png", grey(2, 2, 0));
    assertRefused(root, "has a line break; rename it");
  }

  @Test
  void aFirstImageTooLongForADatasetIsRefusedWithItsName() throws IOException {
    write("cat/1.png", grey(1, 20_000, 0));
    write("dog/1.png", grey(2, 2, 0));
    assertRefused(root.resolve("cat/1.png"), "1 x 20000", "ask for a smaller image size");
  }

  @Test
  void anEmptyClassFolderIsRefused() throws IOException {
    writeTrainAndTest();
    Path empty = Files.createDirectories(root.resolve("train/empty"));
    Files.write(empty.resolve(".hidden"), new byte[1]);

    assertRefused(empty, "the class folder is empty");
  }

  @Test
  void anEmptyOrMissingFolderOrAFileIsRefused() throws IOException {
    assertRefused(root, "there is nothing of this name");
    Files.createDirectories(root);
    assertRefused(root, "found no folders");
    Files.delete(root);
    Files.write(root, new byte[1]);
    assertRefused(root, "found a file");
  }

  @Test
  void aSingleClassIsRefused() throws IOException {
    write("only/1.png", grey(4, 6, 1));

    assertRefused(root, "found only [only]");
  }

  @Test
  void aTestClassWithoutTrainingImagesIsRefused() throws IOException {
    writeTrainAndTest();
    write("test/bird/1.png", grey(4, 6, 1));

    assertRefused(root.resolve("test/bird"), "without training images", "[cat, dog]");
  }

  @Test
  void anEmptyTestFolderIsRefused() throws IOException {
    write("train/a/1.png", grey(4, 6, 1));
    write("train/b/1.png", grey(4, 6, 1));
    Path test = Files.createDirectories(root.resolve("test"));

    assertRefused(test, "found no folders");
  }
}
