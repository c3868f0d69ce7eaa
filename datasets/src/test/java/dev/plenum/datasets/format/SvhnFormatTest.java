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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MATLAB files that SciPy wrote; the script beside them says how. */
class SvhnFormatTest {
  @TempDir
  Path folder;

  private static Path file(String name) {
    return Fixtures.file("svhn/" + name);
  }

  private static void requireImages(Dataset images, int count, int seed) {
    assertEquals(count, images.size());
    for (int i = 0; i < count; i++) {
      assertArrayEquals(Fixtures.pixels(i, images, seed), images.image(i), "image " + i);
      assertEquals(i % 10, images.label(i));
    }
  }

  private static String refusal(Path path) {
    return String.valueOf(
        assertThrows(IOException.class, () -> Datasets.open(path).load()).getMessage());
  }

  @Test
  void theFolderOfBothFilesIsRead() throws IOException {
    TrainTest data = Datasets.open(file("train_32x32.mat").resolveSibling(".")).load();

    assertEquals(Shape.of(6, 5, 3), data.train().imageShape());
    assertEquals("0", data.train().classNames().get(0));
    requireImages(data.train(), 24, 1);
    requireImages(data.test(), 11, 2);
  }

  @Test
  void oneFileIsReadTooCompressedOrNot() throws IOException {
    Dataset compressed = Datasets.open(file("train_32x32.mat")).loadTest().images();
    Dataset plain = Datasets.open(file("plain.mat")).loadTest().images();

    requireImages(plain, 24, 1);
    assertEquals(plain.sha256(), compressed.sha256());
    assertEquals(22, Datasets.open(file("plain.mat")).load().train().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "other.mat; found []",
        "zeros.mat; label 0 (counted from 0) is 0.0; expected 1 to 10, where 10 is the digit 0",
        "floats.mat; found X of the type double and the shape [4, 4, 3, 2]"
      })
  void otherArraysAreRefusedByName(String name, String problem) {
    String refusal = refusal(file(name));

    assertTrue(refusal.startsWith(file(name) + ": "), refusal);
    assertTrue(refusal.contains(problem), refusal);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 127, 128, 130, 200, 500, 1000})
  void cutOffFilesAreRefused(int length) throws IOException {
    byte[] whole = Files.readAllBytes(file("train_32x32.mat"));
    Path cut = Files.write(folder.resolve("cut.mat"), Arrays.copyOf(whole, length));

    assertTrue(refusal(cut).startsWith(cut + ": expected "), refusal(cut));
  }

  @Test
  void theNewestVersionIsRefusedWithWhatToDo() throws IOException {
    byte[] header = new byte[600];
    byte[] text = "MATLAB 7.3 MAT-file, Platform: GLNXA64".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, header, 0, text.length);
    Path file = Files.write(folder.resolve("new.mat"), header);

    assertTrue(refusal(file).contains("version 7.3 (HDF5), which is not read; save it with -v7"));
  }
}
