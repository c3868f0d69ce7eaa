package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.app.document.Pipes;
import dev.plenum.experiment.TinyMnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Pipes, devices and folders where commands look for files by name: told, and never waited for. */
@DisabledOnOs(OS.WINDOWS)
class PipesTest {
  @TempDir
  Path folder;

  private void refused(int exitCode, String name, String... args) {
    App.Result result =
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> App.run(folder, args));
    assertEquals(exitCode, result.exitCode(), result.err());
    assertTrue(result.err().contains(name), result.err());
    assertTrue(result.err().contains("not a file"), result.err());
  }

  private void put(String path) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve(path).resolveSibling(""));
    Pipes.make(folder.resolve(path));
  }

  @Test
  void theConfigurationOfARun() throws Exception {
    put("pipe/configuration.json");
    Files.createDirectories(folder.resolve("folder/configuration.json"));
    Files.createDirectory(folder.resolve("device"));
    Files.createSymbolicLink(folder.resolve("device/configuration.json"), Path.of("/dev/zero"));
    for (String run : new String[] {"pipe", "folder", "device"}) {
      for (String command : new String[] {"train", "committee", "reproduce", "compare"}) {
        refused(2, run + "/configuration.json", command, "--resume", run);
      }
      App.Result result = App.run(folder, "train", "--out", run);
      assertEquals(2, result.exitCode(), result.err());
      assertTrue(result.err().contains("is not empty"), result.err());
    }
  }

  @Test
  void theRecordOfARun() throws Exception {
    put("run/run.json");
    refused(1, "run.json", "repeat", "run");
    refused(1, "run.json", "repeat", "run/run.json");
  }

  @Test
  void settingsAndNetworks() throws Exception {
    put("some.conf");
    refused(2, "some.conf", "summary", "--config", "some.conf");
    refused(2, "some.conf", "summary", "--network", "some.conf");
    put("plenum.conf");
    refused(2, "plenum.conf", "summary");
  }

  @Test
  void models() throws Exception {
    put("model.plenum");
    put("model.keras");
    put("model.weights.h5");
    refused(1, "model.plenum", "predict", "model.plenum", "a.png");
    refused(1, "model.plenum", "evaluate", "model.plenum");
    refused(1, "model.plenum", "export", "model.plenum", "a.onnx");
    refused(1, "model.keras", "import", "model.keras", "a.plenum");
    refused(1, "model.weights.h5", "import", "model.weights.h5", "a.plenum", "--network=dense");
  }

  @Test
  void whatACellOfAComparisonHasLeft() throws Exception {
    TinyMnist.write(folder.resolve("data"));
    App.Result result = App.run(
        folder,
        "compare",
        "--network=dense",
        "--dataset=mnist",
        "--data-dir=data",
        "--epochs=1",
        "--threads=1",
        "--seeds=1",
        "--backends=purejava",
        "--out=all");
    assertEquals(0, result.exitCode(), result.err());
    for (String file : new String[] {"predictions.csv", "cell.json", "run.json"}) {
      Path path = folder.resolve("all/cells/purejava-dense-seed1").resolve(file);
      Files.delete(path);
      Pipes.make(path);
      refused(1, file, "compare", "--resume=all");
    }
  }

  @Test
  void whatARunWasStartedWith() throws Exception {
    for (String file : new String[] {"inputs.json", "files.sha256", "pixels.sha256"}) {
      App.Result started =
          App.run(folder, "train", "--network=dense", "--limit=20", "--epochs=1", "--out=" + file);
      assertEquals(0, started.exitCode(), started.err());
      Files.delete(folder.resolve(file).resolve("run.json"));
      Files.deleteIfExists(folder.resolve(file).resolve(file));
      put(file + "/" + file);
      refused(1, file, "train", "--resume", file);
    }
  }

  @Test
  void historiesThatArePlotted() throws Exception {
    put("run.json");
    put("history.csv");
    refused(1, "run.json", "plot", "run.json");
    refused(1, "history.csv", "plot", "history.csv");
  }
}
