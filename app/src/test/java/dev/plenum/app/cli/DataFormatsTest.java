package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.ConfigFactory;
import dev.plenum.api.data.TrainTest;
import dev.plenum.app.App;
import dev.plenum.app.NpyBytes;
import dev.plenum.app.RealMnist;
import dev.plenum.datasets.Datasets;
import dev.plenum.experiment.TinyMnist;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same images in another format train the same weights. */
class DataFormatsTest {
  @TempDir
  Path folder;

  private String weights(String out, String... options) throws IOException {
    String[] command = Stream.concat(
            Stream.of("train", "--network=dense", "--epochs=1", "--seed=3", "--out=" + out),
            Stream.of(options))
        .toArray(String[]::new);
    App.Result result = App.run(folder, command);
    assertEquals(0, result.exitCode(), result.err());
    return ConfigFactory.parseString(Files.readString(folder.resolve(out).resolve("run.json")))
        .getString("weightsSha256");
  }

  @Test
  void mnistAsArraysOfNumpyTrainsTheSameWeights() throws IOException {
    String dataDir = RealMnist.dataDir();
    TrainTest mnist = Datasets.mnist().dataDir(Path.of(dataDir)).load();
    NpyBytes.write(folder.resolve("mnist.npz"), NpyBytes.arrays(mnist.train(), mnist.test()));

    assertEquals(
        weights("idx", "--dataset=mnist", "--data-dir=" + dataDir, "--limit=3000"),
        weights("npz", "--dataset=mnist.npz", "--limit=3000"));
  }

  @Test
  void aRunOnArraysIsRepeatedAndTheirModelEvaluated() throws IOException {
    NpyBytes.write(
        folder.resolve("tiny.npz"),
        NpyBytes.arrays(TinyMnist.dataset(TinyMnist.TRAIN, 1), TinyMnist.dataset(60, 2)));
    weights("run", "--dataset=tiny.npz");

    App.Result repeated = App.run(folder, "repeat", "run");
    assertEquals(0, repeated.exitCode(), repeated.out() + repeated.err());
    App.Result evaluated = App.run(folder, "evaluate", "run/model.plenum", "--dataset=tiny.npz");
    assertEquals(0, evaluated.exitCode(), evaluated.err());
  }

  private void writePhotos() throws IOException {
    for (int i = 0; i < 60; i++) {
      Path file = folder.resolve("photos/%s/%s.pgm".formatted(i % 2 == 0 ? "cat" : "dog", i));
      Files.createDirectories(file.getParent());
      byte[] head = "P5 8 8 255\n".getBytes(StandardCharsets.US_ASCII);
      byte[] picture = Arrays.copyOf(head, head.length + 64);
      for (int p = 0; p < 64; p++) {
        picture[head.length + p] = (byte) (i * 31 + p * (1 + i % 2));
      }
      Files.write(file, picture);
    }
  }

  @Test
  void imagesThatBelongTogetherAreOnOneSideAndTheRecordSaysSo() throws IOException {
    writePhotos();

    // Those of the same last digit, of which one becomes the test: nine are left.
    weights("run", "--dataset=photos", "--groups=[0-9](?=[.])");

    String record = Files.readString(folder.resolve("run/run.json"));
    assertEquals(9, ConfigFactory.parseString(record).getInt("split.groups"), record);
    App.Result repeated = App.run(folder, "repeat", "run");
    assertEquals(0, repeated.exitCode(), repeated.out() + repeated.err());
    App.Result unlike = App.run(folder, "train", "--dataset=photos", "--groups=(");
    assertTrue(unlike.err().contains("groups: a regular expression such as"), unlike.err());
    App.Result digits = App.run(folder, "train", "--groups=a");
    assertTrue(
        digits.err().contains("grouped by their paths or kept in a file, not those of 'digits'"),
        digits.err());
  }

  @Test
  void aFolderOfPicturesItsZipAndItsTarTrainTheSameWeights() throws Exception {
    writePhotos();
    pack("jar", "--create", "--no-manifest", "--file=photos.zip", "photos");
    pack("tar", "-cf", "photos.tar", "photos");
    pack("tar", "-czf", "photos.tgz", "-C", "photos", ".");

    String expected = weights("folder", "--dataset=photos", "--image-size=7x6");
    assertEquals(expected, weights("zip", "--dataset=photos.zip", "--image-size=7x6"));
    assertEquals(expected, weights("tar", "--dataset=photos.tar", "--image-size=7x6"));
    assertEquals(expected, weights("tgz", "--dataset=photos.tgz", "--image-size=7x6"));
    App.Result moved = App.run(folder, "repeat", "zip", "--dataset=photos.tar");
    assertEquals(0, moved.exitCode(), moved.out() + moved.err());
  }

  private void pack(String... command) throws Exception {
    if (command[0].equals("jar")) {
      command[0] = Path.of(System.getProperty("java.home"), "bin", "jar").toString();
    }
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    assertEquals(0, process.waitFor());
  }

  @Test
  void aDatasetIsDescribedWithTheImagesOfEachClass() throws IOException {
    NpyBytes.write(
        folder.resolve("tiny.npz"),
        NpyBytes.arrays(TinyMnist.dataset(1230, 1), TinyMnist.dataset(60, 2)));

    App.Result result = App.run(folder, "datasets", "describe", "tiny.npz");

    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().lines().anyMatch(l -> l.matches("form +NumPy's arrays")), result.out());
    assertTrue(result.out().contains("(28, 28, 1) (height, width, channels)"), result.out());
    assertTrue(result.out().lines().anyMatch(l -> l.matches("CLASS +TRAIN +TEST")), result.out());
    assertTrue(result.out().lines().anyMatch(l -> l.matches("9 +123 +6")), result.out());
    assertTrue(result.out().lines().anyMatch(l -> l.matches("all +1,230 +60")), result.out());
    App.Result missing = App.run(folder, "datasets", "describe", "none.npz");
    assertEquals(2, missing.exitCode());
  }
}
