package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.typesafe.config.ConfigFactory;
import dev.plenum.api.data.TrainTest;
import dev.plenum.app.App;
import dev.plenum.app.NpyBytes;
import dev.plenum.app.RealMnist;
import dev.plenum.datasets.Datasets;
import dev.plenum.experiment.TinyMnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    App.Result evaluated =
        App.run(folder, "evaluate", "run/model.plenum", "--dataset=tiny.npz");
    assertEquals(0, evaluated.exitCode(), evaluated.err());
  }
}
