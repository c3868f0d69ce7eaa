package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
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
}
