package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import dev.plenum.app.RunningChild;
import dev.plenum.experiment.TinyMnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
  @TempDir
  Path folder;

  @BeforeEach
  void writeImages() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "this system has no /bin/sh");
    TinyMnist.write(folder.resolve("data"));
  }

  /** Interrupts a run in its second epoch, and returns what it tells then. */
  private String interrupt(String command, String... more)
      throws IOException, InterruptedException {
    String[] arguments = Stream.concat(
            Stream.of(command, "--dataset=mnist", "--data-dir=data", "--epochs=1000000"),
            Stream.of(more))
        .toArray(String[]::new);
    try (RunningChild training = ChildJvm.start(folder, List.of(), arguments)) {
      training.awaitLine("Epoch 2/");
      new ProcessBuilder("/bin/sh", "-c", "kill -INT " + training.process().pid())
          .start()
          .waitFor();
      assertTrue(training.process().waitFor(60, TimeUnit.SECONDS));
      assertEquals(130, training.process().exitValue());
      return training.remainingLines().stream()
          .filter(line -> !line.startsWith("Epoch "))
          .collect(Collectors.joining("\n"));
    }
  }

  @Test
  void aTrainingSavesAndEndsQuicklyWithCode130AndTellsHowToGoOn()
      throws IOException, InterruptedException {
    String told = interrupt("train", "--out=runs/out", "--checkpoint-seconds=1000");
    assertEquals(
        "What was done so far is kept. To resume it: plenum train --resume runs/out", told);
    try (Stream<Path> files = Files.list(folder.resolve("runs/out/checkpoints"))) {
      assertTrue(files.findAny().isPresent());
    }
  }

  @Test
  void allMembersOfACommitteeSaveAndEnd() throws IOException, InterruptedException {
    String told = interrupt("committee", "--out=out", "--members=3", "--side-by-side=2");
    assertEquals("What was done so far is kept. To resume it: plenum committee --resume out", told);
    for (String member : List.of("1", "2")) {
      assertTrue(Files.isDirectory(folder.resolve("out/members").resolve(member)), member);
    }
    App.Result busy = App.run(folder, "committee", "--out=out");
    assertEquals(2, busy.exitCode());
  }
}
