package dev.plenum.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.TestImages;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.support.IdxBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders of IDX files under the names that they are published with. */
class IdxFolderTest {
  private static final byte[] TRAIN_IMAGES = IdxBytes.images(520, 6, 5, 1);
  private static final byte[] TEST_IMAGES = IdxBytes.images(90, 6, 5, 2);

  @TempDir
  Path folder;

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), name.endsWith(".gz") ? IdxBytes.gzip(bytes) : bytes);
  }

  private void write(String train, String test, String labels, String ending, int classes)
      throws IOException {
    write(train + "-images" + ending, TRAIN_IMAGES);
    write(test + "-images" + ending, TEST_IMAGES);
    write(train + "-" + labels, IdxBytes.labels(520, classes));
    write(test + "-" + labels, IdxBytes.labels(90, classes));
  }

  private String refusal() {
    return String.valueOf(
        assertThrows(IOException.class, () -> Datasets.idxFolder(folder).load()).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "train, t10k, labels-idx1-ubyte, -idx3-ubyte",
    "mine-train, mine-test, labels-idx1-ubyte.gz, -idx3-ubyte.gz",
    "Train, Test, labels-idx1-ubyte, -idx3-ubyte"
  })
  void anyNumberOfClassesIsReadUnderAnyUsualName(
      String train, String test, String labels, String ending) throws IOException {
    write(train, test, labels, ending, 256);

    TrainTest data = Datasets.idxFolder(folder).load();

    assertEquals(256, data.train().classNames().size());
    assertEquals("255", data.test().classNames().get(255));
    assertEquals(255, data.train().label(255));
    assertEquals(520, data.train().size());
    assertEquals(
        IdxBytes.sha256(
            TRAIN_IMAGES, IdxBytes.labels(520, 256), TEST_IMAGES, IdxBytes.labels(90, 256)),
        data.sha256());
  }

  @Test
  void namesWithADotAreKnownToFamiliesToo() throws IOException {
    for (String part : new String[] {"train", "t10k"}) {
      int count = part.equals("train") ? 520 : 90;
      write(part + "-images.idx3-ubyte", part.equals("train") ? TRAIN_IMAGES : TEST_IMAGES);
      write(part + "-labels.idx1-ubyte", IdxBytes.labels(count, 10));
    }

    assertEquals(
        Datasets.idxFolder(folder).load().sha256(),
        Datasets.mnist().dataDir(folder).load().sha256());
  }

  @ParameterizedTest
  @CsvSource({
    "byclass, 62, 36, a",
    "bymerge, 47, 46, t",
    "balanced, 47, 36, a",
    "digits, 10, 9, 9",
    "mnist, 10, 9, 9"
  })
  void theClassesOfEmnistHaveTheirNames(String set, int classes, int label, String name)
      throws IOException {
    String prefix = "emnist-" + set + "-";
    write(prefix + "train", prefix + "test", "labels-idx1-ubyte.gz", "-idx3-ubyte.gz", classes);

    TrainTest data = Datasets.idxFolder(folder).load();

    assertEquals(classes, data.train().classNames().size());
    assertEquals(name, data.train().classNames().get(label));
  }

  /** EMNIST was made by MATLAB, which stores column after column. */
  @Test
  void lettersOfEmnistBeginAtOneAndTheirImagesAreTurned() throws IOException {
    write("emnist-letters-train-images-idx3-ubyte.gz", TRAIN_IMAGES);
    write("emnist-letters-test-images-idx3-ubyte.gz", TEST_IMAGES);
    byte[] labels = IdxBytes.labels(520, 26);
    byte[] testLabels = IdxBytes.labels(90, 26);
    for (int i = 8; i < labels.length; i++) {
      labels[i]++;
    }
    for (int i = 8; i < testLabels.length; i++) {
      testLabels[i]++;
    }
    write("emnist-letters-train-labels-idx1-ubyte.gz", labels);
    write("emnist-letters-test-labels-idx1-ubyte.gz", testLabels);

    TrainTest data = Datasets.idxFolder(folder).load();

    assertEquals("A", data.train().classNames().get(data.train().label(0)));
    assertEquals("Z", data.test().classNames().get(data.test().label(25)));
    assertEquals(26, data.train().classNames().size());
    assertEquals(Shape.of(5, 6, 1), data.train().imageShape());
    byte[] image = data.train().image(7);
    for (int y = 0; y < 5; y++) {
      for (int x = 0; x < 6; x++) {
        assertEquals(TRAIN_IMAGES[16 + 7 * 30 + x * 5 + y], image[y * 6 + x]);
      }
    }
    write("emnist-letters-test-labels-idx1-ubyte.gz", IdxBytes.labels(90, 26));
    assertTrue(refusal().contains("label 0 (counted from 0) is 0; expected 1 to 26"), refusal());
  }

  @ParameterizedTest
  @CsvSource({"KMNIST, 10, を", "k49, 49, ゝ"})
  void hiraganaAreKnownByTheFolder(String name, int classes, String last) throws IOException {
    folder = Files.createDirectory(folder.resolve(name));
    write("train", "t10k", "labels-idx1-ubyte", "-idx3-ubyte", classes);

    TrainTest data = Datasets.idxFolder(folder).load();

    assertEquals(classes, data.train().classNames().size());
    assertEquals(last, data.train().classNames().get(classes - 1));
  }

  private static byte[] table(int count, int... firstColumn) {
    ByteBuffer file =
        ByteBuffer.allocate(12 + 32 * count).putInt(0xc02).putInt(count).putInt(8);
    for (int i = 0; i < count; i++) {
      file.putInt(12 + 32 * i, firstColumn[i % firstColumn.length]).putInt(12 + 32 * i + 4, 777);
    }
    return file.array();
  }

  @Test
  void theFirstColumnOfATableOfLabelsIsTheClass() throws IOException {
    write("qmnist-train-images-idx3-ubyte.gz", TRAIN_IMAGES);
    write("qmnist-test-images-idx3-ubyte.gz", TEST_IMAGES);
    write("qmnist-train-labels-idx2-int.gz", table(520, 3, 1, 4));
    write("qmnist-test-labels-idx2-int.gz", table(90, 1, 5));

    TrainTest data = Datasets.idxFolder(folder).load();

    assertEquals(6, data.train().classNames().size());
    assertEquals(4, data.train().label(2));
    assertEquals(5, data.test().label(89));
    write("qmnist-test-labels-idx2-int.gz", table(90, -1));
    assertTrue(refusal().contains("label 0 (counted from 0) is -1; expected 0 to 255"), refusal());
  }

  @Test
  void whatIsThereAloneIsWhatModelsAreMeasuredBy() throws IOException {
    write("t10k-images-idx3-ubyte", TEST_IMAGES);
    write("t10k-labels-idx1-ubyte", IdxBytes.labels(90, 4));

    TestImages test = Datasets.idxFolder(folder).loadTest();

    assertEquals(90, test.images().size());
    assertEquals(4, test.images().classNames().size());
    assertTrue(refusal().contains("expected a file like train-images-idx3-ubyte"), refusal());
    assertTrue(refusal().contains("found only [t10k-images-idx3-ubyte, t10k-labels"), refusal());
  }

  @Test
  void filesOfSeveralDatasetsAreRefused() throws IOException {
    write("emnist-letters-train-images-idx3-ubyte", TRAIN_IMAGES);
    write("emnist-digits-train-images-idx3-ubyte", TRAIN_IMAGES);

    assertTrue(refusal().contains("['emnist-digits-', 'emnist-letters-']"), refusal());
  }

  /** Images of one and labels of the other would make a dataset without a word. */
  @Test
  void twoFilesForOnePartAreRefused() throws IOException {
    write("train", "t10k", "labels-idx1-ubyte", "-idx3-ubyte", 10);
    write("t10k-images-idx3-ubyte.gz", TEST_IMAGES);
    assertEquals(90, Datasets.idxFolder(folder).load().test().size());

    write("test-images-idx3-ubyte", TEST_IMAGES);

    assertTrue(
        refusal()
            .contains(
                "found [t10k-images-idx3-ubyte, t10k-images-idx3-ubyte.gz, test-images-idx3-ubyte]"),
        refusal());
    assertThrows(IOException.class, () -> Datasets.idxFolder(folder).loadTest());
  }

  @Test
  void filesOfOtherNumbersAreRefusedWithWhatIsThere() throws IOException {
    write("train", "t10k", "labels-idx1-ubyte", "-idx3-ubyte", 10);
    byte[] floats = ByteBuffer.allocate(40).putInt(0xd03).array();
    write("train-images-idx3-ubyte", floats);

    assertTrue(
        refusal().contains("the magic number 0x00000d03, an IDX file of 32-bit floats in 3 dim"),
        refusal());
  }
}
