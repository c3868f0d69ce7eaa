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
import java.util.stream.Stream;
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
  void everyIngredientIsTheSameOnBothBackendsAndRecorded() throws IOException {
    App.assumeBackend("dl4j");
    String[] ingredients = {
      "--augment",
      "--elastic=1",
      "--cutout=8",
      "--cutout-probability=0.5",
      "--mixup=0.4",
      "--plain-epochs=1"
    };
    Config here = train("here", ingredients);
    Config there = train(
        "there",
        Stream.concat(Stream.of(ingredients), Stream.of("--backend=dl4j")).toArray(String[]::new));
    assertEquals(here.getString("batchesSha256"), there.getString("batchesSha256"));
    assertEquals(1.0, here.getDouble("augmentation.elastic_range"));
    assertEquals(8, here.getInt("augmentation.cutout_size"));
    assertEquals(0.4, here.getDouble("augmentation.mixup_alpha"));
    assertEquals(1, here.getInt("augmentation.plain_epochs"));
    App.Result again = App.run(folder, "repeat", "here");
    assertEquals(0, again.exitCode(), again.out() + again.err());
  }

  @Test
  void mixupAloneIsRecordedRepeatedAndResumedWithNoOther() throws IOException {
    Config run = train("own", "--mixup=0.2");
    assertEquals(0.2, run.getDouble("augmentation.mixup_alpha"));
    App.Result again = App.run(folder, "repeat", "own");
    assertEquals(0, again.exitCode(), again.out() + again.err());
    App.Result resumed = App.run(folder, "train", "--resume=own", "--mixup=0.3");
    assertEquals(2, resumed.exitCode());
    assertTrue(resumed.err().contains("was started with '0.2', not with '0.3'"), resumed.err());
    App.Result refused = App.run(folder, "train", "--mixup=0");
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("mixup: the alpha of mixup must be greater"), refused.err());
  }

  @Test
  void easyImagesAreLeftOutOfTheSameTrainingAgain() throws IOException {
    Config run = train("own", "--skip-easy=0.5", "--schedule=one-cycle");
    Config skipping = run.getConfigList("callbacks").get(1);
    assertEquals("SkipEasy", skipping.getString("name"));
    assertEquals(0.5, skipping.getDouble("share"));
    assertEquals(0.875, skipping.getDouble("until"));
    Config all = train("all", "--schedule=one-cycle");
    assertNotEquals(all.getString("batchesSha256"), run.getString("batchesSha256"));
    App.Result again = App.run(folder, "repeat", "own");
    assertEquals(0, again.exitCode(), again.out() + again.err());
    App.Result resumed = App.run(folder, "train", "--resume=own", "--skip-easy=0.6");
    assertEquals(2, resumed.exitCode());
    assertTrue(resumed.err().contains("was started with '0.5', not with '0.6'"), resumed.err());
    App.Result refused = App.run(folder, "train", "--skip-easy=1");
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("skip-easy: SkipEasy: the share must be"), refused.err());
  }

  @Test
  void plainEpochsWithoutAugmentedOnesAreRefused() {
    for (String[] more : new String[][] {{"--epochs=3"}, {"--epochs=1", "--augment"}}) {
      App.Result result = App.run(
          folder,
          Stream.concat(Stream.of("train", "--plain-epochs=1"), Stream.of(more))
              .toArray(String[]::new));
      assertEquals(2, result.exitCode());
      assertTrue(result.err().contains("plain-epochs: it has no effect unless"), result.err());
    }
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
  void singleOptionsAreRecordedAndTheRunRepeatsToTheSameBits() throws IOException {
    Config run = train(
        "own",
        "--rotation=20",
        "--horizontal-flip",
        "--optimizer=sgd",
        "--momentum=0.5",
        "--lr-patience=1",
        "--lr-factor=0.5",
        "--lr-monitor=loss",
        "--lr-min-delta=10");
    assertEquals(20.0, run.getDouble("augmentation.rotation_range"));
    assertEquals(0.0, run.getDouble("augmentation.width_shift_range"));
    assertTrue(run.getBoolean("augmentation.horizontal_flip"));
    assertEquals(0.5, run.getDouble("optimizer.momentum"));
    Config reduction = run.getConfigList("callbacks").get(0);
    assertEquals("loss", reduction.getString("monitor"));
    assertEquals(1, reduction.getInt("patience"));
    assertEquals(10.0, reduction.getDouble("min_delta"));
    assertEquals("20", run.getString("configuration.rotation"));
    assertEquals("0.5", run.getString("configuration.momentum"));
    assertEquals(0.005, run.getConfigList("history").get(2).getDouble("learning_rate"));
    App.Result again = App.run(folder, "repeat", "own");
    assertEquals(0, again.exitCode(), again.out() + again.err());
    App.Result resumed = App.run(folder, "train", "--resume=own", "--rotation=21");
    assertEquals(2, resumed.exitCode());
    assertTrue(resumed.err().contains("was started with '20', not with '21'"), resumed.err());
  }

  @Test
  void aSettingOfAnotherCommandIsLeftAside() throws IOException {
    App.Result result = App.run(
        folder,
        java.util.Map.of("PLENUM_ROTATION", "20", "PLENUM_MOMENTUM", "0.5"),
        "reproduce",
        "--quick",
        "--stages=1b",
        "--out=experiment");
    assertEquals(0, result.exitCode(), result.err());
    Config run = ConfigFactory.parseString(
        Files.readString(folder.resolve("experiment/stages/1b/1/run.json")));
    assertTrue(run.getIsNull("augmentation"));
    assertTrue(!run.hasPath("configuration.rotation"), "rotation is none of its settings");
  }

  @Test
  void aReductionWithoutValidationImagesIsRefused() {
    App.Result result = App.run(folder, "train", "--reduce-lr", "--validation=0");
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("choose a validation greater than 0"), result.err());
  }
}
