package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.app.Main;
import dev.plenum.app.TinyMnist;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
  @TempDir
  Path folder;

  @Test
  void aTrainingThatIsInterruptedEndsQuicklyWithCode130AndLeavesNothing()
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "this system has no /bin/kill");
    TinyMnist.write(folder.resolve("data"));
    Process training = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "train",
            "--dataset=mnist",
            "--data-dir=data",
            "--epochs=1000000",
            "--out=runs/out")
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    try (BufferedReader err = training.errorReader()) {
      String line = err.readLine();
      while (line != null && !line.startsWith("Epoch 2/")) {
        line = err.readLine();
      }
      assertTrue(Files.isDirectory(folder.resolve("runs/out")));
      new ProcessBuilder("/bin/kill", "-INT", String.valueOf(training.pid()))
          .start()
          .waitFor();
      assertTrue(training.waitFor(10, TimeUnit.SECONDS));
      assertEquals(130, training.exitValue());
    } finally {
      training.destroyForcibly();
    }
    assertTrue(Files.notExists(folder.resolve("runs")));
  }
}
