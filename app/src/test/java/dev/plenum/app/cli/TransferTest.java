package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.Preprocessing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved model's features under a new last layer, from the command line. */
class TransferTest {
  private static final String NETWORK = """
      {"layers": [{"type": "Flatten"},
                  {"type": "Dense", "units": 8, "activation": "relu"},
                  {"type": "Dense", "units": 10, "activation": "softmax"}]}
      """;

  @TempDir
  Path folder;

  private App.Result run(String... command) {
    App.Result result = App.run(folder, command);
    assertEquals(0, result.exitCode(), result.err());
    return result;
  }

  @Test
  void frozenFeaturesStayAndTheNewLayerLearns() throws IOException {
    Files.writeString(folder.resolve("tiny.json"), NETWORK);
    run("train", "--network=tiny.json", "--limit=90", "--epochs=1", "--out=first");
    App.Result second = run(
        "train", "--from=first/model.plenum", "--freeze=features", "--limit=90", "--out=second");
    assertTrue(second.out().contains(" Trainable params: 90 "), second.out());
    assertTrue(second.out().contains(" Non-trainable params: 6,280 "), second.out());
    assertTrue(run("repeat", "second").out().contains("The bits agree."));
    Files.move(folder.resolve("first"), folder.resolve("moved"));
    App.Result moved = run("repeat", "second", "--from=moved/model.plenum");
    assertTrue(moved.out().contains("The bits agree."), moved.out());
    run("train", "--network=tiny.json", "--limit=90", "--epochs=1", "--seed=2", "--out=third");
    App.Result other = App.run(folder, "repeat", "second", "--from=third/model.plenum");
    assertEquals(2, other.exitCode());
    assertTrue(other.err().contains("cannot be repeated from its record: it had start"));
  }

  private void refused(String what, String... command) {
    App.Result result = App.run(folder, command);
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(result.err().contains(what), result.err());
  }

  private Preprocessing preprocessing(String run) throws IOException {
    return ModelFile.read(folder.resolve(run).resolve("model.plenum")).preprocessing();
  }

  @Test
  void theNewModelNormalisesByTheStatisticsOfTheOldOne() throws IOException {
    Files.writeString(folder.resolve("tiny.json"), NETWORK);
    run(
        "train",
        "--network=tiny.json",
        "--limit=90",
        "--epochs=1",
        "--featurewise-std-normalization",
        "--out=first");
    String from = "--from=first/model.plenum";
    String trained = run(
            "train", from, "--freeze=features", "--limit=50", "--epochs=1", "--out=second")
        .out();
    assertEquals(preprocessing("first"), preprocessing("second"));
    assertTrue(run("repeat", "second").out().contains("The bits agree."));
    String test =
        run("evaluate", "second/model.plenum").out().lines().findFirst().orElse("-");
    assertTrue(trained.contains(test), trained);
    run("train", from, "--limit=50", "--epochs=1", "--featurewise-std-normalization", "--out=same");
    assertEquals(preprocessing("first"), preprocessing("same"));
    refused(
        "model was trained on images normalised by",
        "train",
        from,
        "--limit=50",
        "--samplewise-center",
        "--out=other");
  }

  @Test
  void aNetworkOfATrialBesideTheModelsIsRefused() throws IOException {
    Files.writeString(folder.resolve("tiny.json"), NETWORK);
    run("train", "--network=tiny.json", "--limit=90", "--epochs=1", "--out=first");
    String from = "--from=first/model.plenum";
    String reason = "network: the model of 'from' brings a network: leave one of the two";
    Files.writeString(folder.resolve("change.conf"), "network = dense");
    Files.writeString(
        folder.resolve("space.conf"),
        "trials = 2, rungs = [1], parameters { network { choices = [dense] } }");
    refused(reason, "committee", from, "--kinds=vgg-s=2,dense=2", "--limit=90");
    refused(reason, "committee", from, "--kinds=change.conf=2", "--limit=90");
    refused(reason, "search", "space.conf", from, "--limit=90");
    refused(reason, "ablate", from, "--limit=90", "change.conf");
  }
}
