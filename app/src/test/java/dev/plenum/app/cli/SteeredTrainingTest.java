package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.app.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What steers and watches a training, asked for by options. */
class SteeredTrainingTest {
  @TempDir
  Path folder;

  private App.Result train(String command, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of(command, "--network=dense", "--limit=300", "--out=run"));
    arguments.addAll(List.of(more));
    return App.run(folder, arguments.toArray(String[]::new));
  }

  private Config run() throws IOException {
    return ConfigFactory.parseString(Files.readString(folder.resolve("run/run.json")));
  }

  @Test
  void aTrainingStopsEarlyAndIsRecordedAndRepeatedWithItsCallbacks() throws IOException {
    App.Result result = train(
        "train",
        "--epochs=9",
        "--schedule=cosine",
        "--warmup-steps=2",
        "--stop-patience=1",
        "--stop-min-delta=5",
        "--restore-best");
    assertEquals(0, result.exitCode(), result.err());
    Config run = run();
    assertEquals(2, run.getConfigList("history").size(), "no epoch is better by 5 than the first");
    assertEquals("cosine", run.getString("configuration.schedule"));
    assertEquals(
        List.of("LearningRateScheduler", "EarlyStopping"),
        run.getConfigList("callbacks").stream()
            .map(one -> one.getString("name"))
            .toList());
    assertTrue(result.err().contains("Epoch 00002: early stopping"), result.err());
    App.Result repeated = App.run(folder, "repeat", "run");
    assertEquals(0, repeated.exitCode(), repeated.out() + repeated.err());
  }

  @Test
  void theBestModelAndALogAreWrittenMeanwhile() throws IOException {
    App.Result result = train("train", "--epochs=2", "--save-best", "--log-csv=log.csv");
    assertEquals(0, result.exitCode(), result.err());
    List<String> log = Files.readAllLines(folder.resolve("log.csv"));
    assertEquals(3, log.size());
    assertEquals("epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds", log.get(0));
    App.Result evaluation = App.run(folder, "evaluate", "run/best.plenum");
    assertEquals(0, evaluation.exitCode(), evaluation.err());
    assertFalse(run().hasPath("configuration.save-best"), "results do not depend on it");
    assertTrue(run().getConfigList("callbacks").isEmpty());
  }

  @Test
  void whatIsMeasuredBesideLossAndAccuracyStopsATrainingAndSavesItsBestModel() throws IOException {
    App.Result result = train(
        "train",
        "--epochs=9",
        "--metrics=macro_f1",
        "--stop-monitor=val_macro_f1",
        "--stop-min-delta=5",
        "--stop-patience=1",
        "--save-monitor=val_macro_f1");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        2, run().getConfigList("history").size(), "no epoch is better by 5 than the first");
    assertTrue(Files.exists(folder.resolve("run/best.plenum")));
  }

  @Test
  void whatIsNotMeasuredStopsNothingAndSavesNothing() {
    for (String option : List.of("stop-monitor", "save-monitor", "lr-monitor")) {
      App.Result result = train("train", "--epochs=1", "--%s=val_macro_f1".formatted(option));
      assertEquals(2, result.exitCode(), result.err());
      assertTrue(
          result
              .err()
              .contains(option + ": 'val_macro_f1' is not measured; it must be one of loss,"),
          result.err());
    }
  }

  @Test
  void aLogDoesNotOverwriteAFile() throws IOException {
    Files.writeString(folder.resolve("log.csv"), "earlier\n");
    App.Result result = train("train", "--epochs=1", "--log-csv=log.csv");
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("log-csv: "), result.err());
    assertEquals("earlier\n", Files.readString(folder.resolve("log.csv")));
  }

  @Test
  void eachMemberOfACommitteeKeepsItsBestModel() {
    App.Result result = train("committee", "--epochs=1", "--members=2", "--save-monitor=loss");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(Files.exists(folder.resolve("run/members/1/best.plenum")));
    assertTrue(Files.exists(folder.resolve("run/members/2/best.plenum")));
  }

  @Test
  void aTrainingThatDivergesInItsFirstStepsEndsWithAMessage() {
    App.Result result = train(
        "train", "--epochs=2", "--optimizer=sgd", "--learning-rate=1e30", "--terminate-on-nan");
    assertEquals(1, result.exitCode(), result.out());
    assertTrue(result.err().contains("diverged"), result.err());
  }

  @Test
  void aWarmUpThatTakesTheWholeTrainingIsRefused() {
    App.Result result = train("train", "--epochs=1", "--schedule=cosine", "--warmup-steps=1000");
    assertTrue(result.exitCode() != 0);
    assertTrue(result.err().contains("a warm-up of 1000 steps leaves none"), result.err());
  }
}
