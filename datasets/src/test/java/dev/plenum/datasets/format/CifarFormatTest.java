package dev.plenum.datasets.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.support.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as the page of CIFAR describes its binary version. */
class CifarFormatTest {
  @TempDir
  Path folder;

  /** Records with the pixels of {@link Fixtures}, each colour in a plane of its own. */
  private static byte[] records(int count, int first, int seed, int... labelsOfImage) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = first; i < first + count; i++) {
      for (int classes : labelsOfImage) {
        out.write(i % classes);
      }
      for (int c = 0; c < 3; c++) {
        for (int at = 0; at < 1024; at++) {
          out.write(i * 31 + at / 32 * 17 + at % 32 * 7 + c * 3 + seed);
        }
      }
    }
    return out.toByteArray();
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private void names(String file, int classes) throws IOException {
    Files.writeString(
        folder.resolve(file),
        IntStream.range(0, classes).mapToObj(i -> "class " + i + "\n").collect(Collectors.joining())
            + "\n");
  }

  private static void requireImages(Dataset images, int count, int classes, int seed) {
    assertEquals(Shape.of(32, 32, 3), images.imageShape());
    assertEquals(count, images.size());
    for (int i = 0; i < count; i++) {
      assertArrayEquals(Fixtures.pixels(i, images, seed), images.image(i), "image " + i);
      assertEquals(i % classes, images.label(i));
    }
  }

  private String refusal() {
    return String.valueOf(
        assertThrows(IOException.class, () -> Datasets.open(folder).load()).getMessage());
  }

  @Test
  void theBatchesOfTheFirstAreReadInTheirOrder() throws IOException {
    for (int batch = 1; batch <= 10; batch++) {
      write("data_batch_" + batch + ".bin", records(3, 3 * (batch - 1), 1, 10));
    }
    write("test_batch.bin", records(6, 0, 2, 10));
    names("batches.meta.txt", 10);

    TrainTest data = Datasets.open(folder).load();

    requireImages(data.train(), 30, 10, 1);
    requireImages(data.test(), 6, 10, 2);
    assertEquals("class 9", data.train().classNames().get(9));
    names("batches.meta.txt", 9);
    assertTrue(refusal().contains("expected the names of 10 classes"), refusal());
  }

  @Test
  void ofTheSecondTheFineLabelCounts() throws IOException {
    write("train.bin", records(120, 0, 1, 20, 100));
    write("test.bin", records(6, 0, 2, 20, 100));
    names("fine_label_names.txt", 100);

    TrainTest data = Datasets.open(folder).load();

    requireImages(data.train(), 120, 100, 1);
    requireImages(data.test(), 6, 100, 2);
    assertEquals(100, data.train().classNames().size());
  }

  @Test
  void otherLengthsAndLabelsAreRefused() throws IOException {
    write("data_batch_1.bin", records(2, 10, 1, 11));
    write("test_batch.bin", records(2, 0, 1, 10));
    assertTrue(refusal().contains("data_batch_1.bin: label 0 (counted from 0) is 10"), refusal());
    write("data_batch_1.bin", new byte[3074]);
    assertTrue(
        refusal().contains("expected images of 3073 bytes each with their labels, found 3074"),
        refusal());
  }
}
