package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.app.App;
import dev.plenum.persistence.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on windows of the images, and what then becomes of the model. */
class WindowedTrainingTest {
  @TempDir
  Path folder;

  private App.Result run(String... command) {
    App.Result result = App.run(folder, command);
    assertEquals(0, result.exitCode(), result.err());
    return result;
  }

  private static String testLine(App.Result result) {
    return result
        .out()
        .lines()
        .filter(line -> line.startsWith("Test on digits"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theWindowIsKeptAndAppliedWhereverTheModelIsUsed() throws IOException {
    App.Result trained = run(
        "train",
        "--limit=300",
        "--epochs=1",
        "--network=dense",
        "--window=24x22",
        "--featurewise-center",
        "--out=run");
    Config record =
        ConfigFactory.parseString(Files.readString(folder.resolve("run").resolve("run.json")));
    assertEquals("24x22", record.getString("configuration.window"));
    assertEquals(22, record.getInt("window.width"));
    assertEquals(
        "(24, 22, 1)",
        ModelFile.read(folder.resolve("run/model.plenum")).network().input().toString());
    assertEquals(testLine(trained), testLine(run("evaluate", "run/model.plenum")));
    run("repeat", "run");
    run("analyze", "run/model.plenum", "--limit=100", "--out=analysis");
    assertTrue(run("predict", "run/model.plenum", "run/accuracy.png").out().contains("accuracy"));
  }

  @Test
  void anExportSaysWhatItCannotDo() {
    run("train", "--limit=60", "--epochs=1", "--network=dense", "--window=24x24", "--out=run");
    App.Result onnx = run("export", "run/model.plenum", "model.onnx");
    assertTrue(onnx.err().contains("cut out (24, 24, 1), centred on their ink"), onnx.err());
    for (String file : new String[] {"model.keras", "model.weights.h5", "model.zip"}) {
      App.Result refused = App.run(folder, "export", "run/model.plenum", file);
      assertEquals(2, refused.exitCode(), file);
      assertTrue(refused.err().contains("takes a window of (24, 24, 1)"), refused.err());
      assertFalse(Files.exists(folder.resolve(file)));
    }
  }

  @Test
  void aWindowLargerThanTheImagesIsRefused() {
    App.Result result = App.run(folder, "train", "--window=29x24", "--limit=60", "--epochs=1");
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(
        result.err().contains("29 x 24 pixels cannot be cut out of images of 28 x 28"),
        result.err());
  }
}
