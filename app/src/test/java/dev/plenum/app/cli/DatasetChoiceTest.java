package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.experiment.TinyMnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be given as a dataset, and what is said of the rest. */
class DatasetChoiceTest {
  @TempDir
  Path folder;

  private App.Result train(String dataset) {
    return App.run(
        folder, "train", "--dataset=" + dataset, "--network=dense", "--epochs=1", "--out=run");
  }

  @ParameterizedTest
  @CsvSource({
    "x_train.npy, 'one array of NumPy, of which the folder is given'",
    "train.tsv, a table as text",
    "train.arrow, 'an Arrow table, as Hugging Face has them'",
    "images.7z, 'an archive, which must be unpacked'",
    "letters.tfrecord, TensorFlow records",
    "digits.h5, HDF5 data",
    "batch.pkl, a Python pickle",
    "train-images-idx3-ubyte, 'IDX data, of which the folder is given'"
  })
  void aFileIsRefusedWithWhatItIsAndWhatCanBeGiven(String name, String kind) throws IOException {
    Files.write(folder.resolve(name), new byte[] {1, 2, 3});

    App.Result result = train(name);

    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("'%s' is a file (%s".formatted(name, kind)), result.err());
    assertTrue(
        result.err().contains("of no format that is read; there can be given: one of"),
        result.err());
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    App.Result result = train("fotos");

    assertEquals(2, result.exitCode());
    assertTrue(
        result.err().contains("there is no dataset, no file and no folder 'fotos'"), result.err());
  }

  @Test
  void aFolderOfIdxFilesIsADataset() throws IOException {
    TinyMnist.write(folder.resolve("data"));
    try (Stream<Path> files = Files.list(folder.resolve("data/mnist"))) {
      for (Path file : files.toList()) {
        String name = "emnist-tiny-" + file.getFileName();
        Files.move(file, file.resolveSibling(name.replace("t10k", "test")));
      }
    }

    App.Result result = train("data/mnist");

    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("Test on mnist: "), result.out());
    App.Result scaled = App.run(folder, "train", "--dataset=data/mnist", "--image-size=8x8");
    assertEquals(2, scaled.exitCode());
  }
}
