package dev.plenum.datasets.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.support.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays that NumPy wrote; the script beside them says how. */
class NumpyFormatTest {
  @TempDir
  Path folder;

  private static TrainTest load(Path path) throws IOException {
    return Datasets.open(path).load();
  }

  private static void requireImages(Dataset images, int count, int classes, int seed) {
    assertEquals(count, images.size());
    for (int i = 0; i < count; i++) {
      assertArrayEquals(Fixtures.pixels(i, images, seed), images.image(i), "image " + i);
      assertEquals(i % classes, images.label(i));
    }
  }

  private static String refusal(Path path) {
    return String.valueOf(assertThrows(IOException.class, () -> load(path)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "bytes.npz, 1",
    "bytes-deflated.npz, 1",
    "int64.npz, 1",
    "floats-to-1.npz, 1",
    "big-endian-floats-to-255.npz, 1",
    "fortran-order.npz, 1",
    "colour.npz, 3",
    "colour-fortran-order.npz, 3",
    "colour-channels-first.npz, 3"
  })
  void arraysOfEveryKindGiveTheSameImages(String name, int channels) throws IOException {
    TrainTest data = load(Fixtures.file(name));

    assertEquals(name, data.name());
    assertEquals(Shape.of(6, 5, channels), data.train().imageShape());
    assertEquals(List.of("0", "1", "2", "3"), data.train().classNames());
    requireImages(data.train(), 20, 4, 1);
    requireImages(data.test(), 8, 4, 2);
  }

  @Test
  void theDigestIsOfWhatIsStoredNotOfHowItIsPacked() throws IOException {
    assertEquals(
        load(Fixtures.file("bytes.npz")).sha256(),
        load(Fixtures.file("bytes-deflated.npz")).sha256());
    assertNotEquals(
        load(Fixtures.file("bytes.npz")).sha256(),
        load(Fixtures.file("int64.npz")).sha256());
  }

  @Test
  void aFolderOfArraysInEveryVersionIsADatasetToo() throws IOException {
    TrainTest data = load(Fixtures.file("arrays"));

    requireImages(data.train(), 20, 4, 1);
    requireImages(data.validation().orElseThrow(), 5, 4, 3);
    requireImages(data.test(), 8, 4, 2);
  }

  @Test
  void archivesOfOneArrayEachAreKnownByTheirNamesAsKmnistComes() throws IOException {
    TrainTest data = load(Fixtures.file("kmnist"));

    assertEquals("お", data.train().classNames().get(0));
    assertEquals("を", data.test().classNames().get(9));
    requireImages(data.train(), 20, 10, 1);
    requireImages(data.test(), 10, 10, 2);
  }

  @Test
  void anArchiveOfSeveralArraysAmongThoseOfOneIsNamed() throws IOException {
    try (var files = Files.list(Fixtures.file("kmnist"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Files.copy(Fixtures.file("bytes.npz"), folder.resolve("mnist.npz"));

    assertTrue(refusal(folder).contains("mnist.npz: expected one array, as in the other archives"));
  }

  @Test
  void withoutATestATenthIsSetAside() throws IOException {
    TrainTest data = load(Fixtures.file("rows.npz"));

    assertEquals(27, data.train().size());
    assertEquals(3, data.test().size());
    assertEquals(Shape.of(6, 6, 1), data.train().imageShape());
    Dataset all = Datasets.open(Fixtures.file("rows.npz")).loadTest().images();
    requireImages(all, 30, 3, 3);
  }

  @ParameterizedTest
  @CsvSource({
    "pickled.npz, y_test.npy: it holds Python objects (a pickle)",
    "negative-floats.npz, expected pixels as floats from 0 to 1",
    "halves.npz, it holds floats of another length than 32 and 64 bits (<f2)"
  })
  void whatCannotBeReadIsRefusedByName(String name, String problem) {
    String refusal = refusal(Fixtures.file(name));

    assertTrue(refusal.startsWith(Fixtures.file(name).toString()), refusal);
    assertTrue(refusal.contains(problem), refusal);
  }

  private Path copyOfArrays() throws IOException {
    try (var files = Files.list(Fixtures.file("arrays"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    return folder;
  }

  @Test
  void missingLabelsAreNamed() throws IOException {
    Files.delete(copyOfArrays().resolve("test_labels.npy"));

    String refusal = refusal(folder);

    assertTrue(refusal.contains("expected arrays called x_train and y_train"), refusal);
    assertTrue(refusal.contains("[test_images, train_images, train_labels, val_images"), refusal);
  }

  @Test
  void lengthsThatDoNotFitAreRefused() throws IOException {
    Files.copy(Fixtures.file("arrays").resolve("val_labels.npy"), folder.resolve("y_train.npy"));
    Files.copy(Fixtures.file("arrays").resolve("val_images.npy"), folder.resolve("x_train.npy"));
    Files.copy(Fixtures.file("arrays").resolve("test_labels.npy"), folder.resolve("y_test.npy"));
    Files.copy(Fixtures.file("arrays").resolve("val_images.npy"), folder.resolve("x_test.npy"));

    assertTrue(refusal(folder).contains("y_test.npy: there are 8 labels, but 5 images"));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 9, 100, 207, 700})
  void cutOffFilesAreRefused(int length) throws IOException {
    Path images = copyOfArrays().resolve("train_images.npy");
    byte[] whole = Files.readAllBytes(images);
    Files.write(images, java.util.Arrays.copyOf(whole, length));

    assertTrue(refusal(folder).startsWith(images + ": "), refusal(folder));
  }

  @Test
  void aByteThatChangedInAnArchiveIsFound() throws IOException {
    byte[] zip = Files.readAllBytes(Fixtures.file("bytes.npz"));
    zip[400] ^= 1; // a pixel
    Path damaged = Files.write(folder.resolve("damaged.npz"), zip);

    assertTrue(refusal(damaged).contains("its check sum is not that of the archive"));
  }

  @Test
  void anArchiveOfAnotherKindAndASingleArrayAreRefusedWithWhatThereIs() throws IOException {
    Path file = Files.write(folder.resolve("one.npy"), new byte[] {1, 2, 3});

    String refusal = String.valueOf(
        assertThrows(NoSuchElementException.class, () -> load(file)).getMessage());

    assertTrue(refusal.contains("one array of NumPy, of which the folder is given"), refusal);
    assertTrue(refusal.contains("a folder of IDX files, as MNIST and EMNIST have them"), refusal);
    Path noZip = Files.write(folder.resolve("no.npz"), new byte[] {1, 2, 3});
    assertTrue(refusal(noZip).contains("expected an archive of NumPy (.npz), but"), refusal(noZip));
  }
}
