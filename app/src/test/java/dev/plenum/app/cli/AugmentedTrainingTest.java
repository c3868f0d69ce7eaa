package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.app.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training with the reference experiment's augmentation and learning-rate reduction. */
class AugmentedTrainingTest {
  @TempDir
  Path folder;

  private Config train(String out, String... more) throws IOException {
    String[] args = new String[more.length + 5];
    args[0] = "train";
    args[1] = "--limit=600";
    args[2] = "--network=dense";
    args[3] = "--epochs=3";
    args[4] = "--out=" + out;
    System.arraycopy(more, 0, args, 5, more.length);
    App.Result result = App.run(folder, args);
    assertEquals(0, result.exitCode(), result.err());
    return ConfigFactory.parseString(Files.readString(folder.resolve(out).resolve("run.json")));
  }

  @Test
  void bothBackendsSeeIdenticalAugmentedBatches() throws IOException {
    App.assumeBackend("dl4j");
    Config here = train("here", "--augment");
    Config there = train("there", "--augment", "--backend=dl4j");
    Config plain = train("plain");
    assertEquals(here.getString("batchesSha256"), there.getString("batchesSha256"));
    assertNotEquals(here.getString("batchesSha256"), plain.getString("batchesSha256"));
    assertEquals(10.0, here.getDouble("augmentation.rotation_range"));
    assertEquals(0.9, here.getDoubleList("augmentation.zoom_range").get(0), 1e-9);
    assertTrue(plain.getIsNull("augmentation"));
  }

  @Test
  void aReductionOfTheLearningRateIsToldAndRecorded() throws IOException {
    App.Result result = App.run(
        folder,
        "train",
        "--limit=60",
        "--network=dense",
        "--epochs=5",
        "--learning-rate=0.0001",
        "--optimizer=sgd",
        "--reduce-lr",
        "--out=reduced");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(
        result.err().contains("Epoch 00004: ReduceLROnPlateau reducing learning rate to 5e-05."),
        result.err());
    Config run =
        ConfigFactory.parseString(Files.readString(folder.resolve("reduced").resolve("run.json")));
    assertEquals("ReduceLROnPlateau", run.getConfigList("callbacks").get(0).getString("name"));
    assertEquals(5e-5, run.getConfigList("history").get(4).getDouble("learning_rate"));
  }

  @Test
  void aReductionWithoutValidationImagesIsRefused() {
    App.Result result = App.run(folder, "train", "--reduce-lr", "--validation=0");
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("choose a validation greater than 0"), result.err());
  }
}
