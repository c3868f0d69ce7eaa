package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import dev.plenum.app.RunningChild;
import dev.plenum.experiment.TinyMnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that are killed, and what comes of their runs. */
@Timeout(300)
class ResumeTest {
  private static final String[] RECIPE = {
    "--dataset=mnist",
    "--data-dir=data",
    "--network=tiny.json",
    "--epochs=150",
    "--batch-size=20",
    "--augment",
    "--window=24x24",
    "--elastic=1",
    "--cutout=6",
    "--cutout-probability=0.5",
    "--mixup=0.2",
    "--skip-easy=0.5",
    "--plain-epochs=20",
    "--label-smoothing=0.05",
    "--ema-momentum=0.9",
    "--reduce-lr",
    "--checkpoint-seconds=0.02"
  };

  @TempDir
  Path folder;

  @BeforeEach
  void writeImages() throws IOException {
    TinyMnist.write(folder.resolve("data"));
    Files.writeString(folder.resolve("tiny.json"), """
        {"layers": [{"type": "Flatten"},
                    {"type": "Dense", "units": 32, "activation": "relu"},
                    {"type": "Dropout", "rate": 0.2},
                    {"type": "Dense", "units": 10, "activation": "softmax"}]}
        """);
  }

  private static String[] command(String name, String... more) {
    return Stream.of(Stream.of(name), Stream.of(RECIPE), Stream.of(more))
        .flatMap(words -> words)
        .toArray(String[]::new);
  }

  /** Starts a process, and kills it when it has come that far. */
  private void kill(BooleanSupplier farEnough, String... command)
      throws IOException, InterruptedException {
    try (RunningChild run = ChildJvm.start(folder, List.of(), command)) {
      while (!farEnough.getAsBoolean()) {
        if (!run.process().isAlive()) {
          fail("the run ended before it was killed: " + run.remainingLines());
        }
        Thread.sleep(5);
      }
    }
  }

  /** Whether there is a checkpoint of that number or a later one: only the last two are kept. */
  private boolean hasCheckpoint(String training, int number) {
    Path checkpoints = folder.resolve(training).resolve("checkpoints");
    String[] names = checkpoints.toFile().list();
    return names != null
        && Arrays.stream(names)
            .filter(name -> name.matches("checkpoint-\\d+\\.plenum"))
            .anyMatch(name -> Integer.parseInt(name.replaceAll("\\D", "")) >= number);
  }

  private App.Result run(String... command) {
    App.Result result = App.run(folder, command);
    assertEquals(0, result.exitCode(), result.err());
    return result;
  }

  /** All but times, and the names of the folders. */
  private List<String> record(String training) throws IOException {
    return Files.readAllLines(folder.resolve(training).resolve("run.json")).stream()
        .filter(
            line -> !line.matches(
                " *\"(command|started|seconds|startupSeconds|trainSeconds|samplesPerSecond|peakMemoryBytes|threads|instructionSet)\".*"))
        .toList();
  }

  private List<String> csv(String training) throws IOException {
    return Files.readAllLines(folder.resolve(training).resolve("history.csv")).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  private void assertSameFiles(String expected, String actual) throws IOException {
    assertEquals(record(expected), record(actual));
    assertEquals(csv(expected), csv(actual));
    for (String picture : List.of("accuracy.png", "misclassified.png")) {
      assertEquals(
          -1,
          Files.mismatch(
              folder.resolve(expected).resolve(picture), folder.resolve(actual).resolve(picture)),
          picture);
    }
    assertFalse(Files.exists(folder.resolve(actual).resolve("checkpoints")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"purejava", "dl4j"})
  void aTrainingThatWasKilledTwiceEndsLikeAnUndisturbedOne(String backend)
      throws IOException, InterruptedException {
    App.assumeBackend(backend);
    kill(
        () -> hasCheckpoint("killed", 2), command("train", "--out=killed", "--backend=" + backend));
    kill(() -> hasCheckpoint("killed", 6), "train", "--resume=killed");
    App.Result resumed = run("train", "--resume=killed");
    assertTrue(resumed.err().contains("Resuming in epoch "), resumed.err());
    run(command("train", "--out=whole", "--backend=" + backend));
    assertSameFiles("whole", "killed");
    assertTrue(run("train", "--resume=killed").out().contains("The run is finished"));
  }

  @Test
  void aCommitteeGoesOnInTheMiddleOfAMember() throws IOException, InterruptedException {
    String[] options = {"--members=2", "--out=killed"};
    kill(() -> hasCheckpoint("killed/members/2", 2), command("committee", options));
    App.Result resumed = run("committee", "--resume=killed");
    assertTrue(resumed.err().contains("Resuming in epoch "), resumed.err());
    assertEquals(
        1, resumed.out().lines().filter(line -> line.startsWith("Seed ")).count());
    run(command("train", "--seed=2", "--out=whole"));
    assertEquals(csv("whole"), csv("killed/members/2"));
    assertTrue(Files.exists(folder.resolve("killed/committee.plenum")));
  }

  @Test
  void aFolderThatAProcessIsAtWorkInIsLeftToIt() throws IOException, InterruptedException {
    try (RunningChild first = ChildJvm.start(folder, List.of(), command("train", "--out=busy"))) {
      while (!hasCheckpoint("busy", 3)) {
        assertTrue(first.process().isAlive(), "the run ended too early");
        Thread.sleep(5);
      }
      App.Result second = App.run(folder, "train", "--resume=busy");
      assertEquals(2, second.exitCode());
      assertTrue(second.err().contains("another process is at work"), second.err());
    }
    run("train", "--resume=busy");
  }

  @Test
  void otherImagesThanThoseOfTheStartAreRefused() throws IOException, InterruptedException {
    kill(() -> hasCheckpoint("killed", 3), command("train", "--out=killed"));
    Path labels = folder.resolve("data/mnist/train-labels-idx1-ubyte");
    byte[] bytes = Files.readAllBytes(labels);
    bytes[bytes.length - 1] ^= 1;
    Files.write(labels, bytes);
    App.Result result = App.run(folder, "train", "--resume=killed");
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("there were other images"), result.err());
    assertTrue(Files.isDirectory(folder.resolve("killed/checkpoints")));
  }

  @Test
  void aCommitteeOrAnExperimentWithoutItsImagesLeavesNoFolder() {
    for (String name : List.of("committee", "reproduce")) {
      App.Result result = App.run(folder, name, "--dataset=mnist", "--data-dir=no", "--out=out");
      assertEquals(1, result.exitCode(), result.err());
      assertFalse(Files.exists(folder.resolve("out")), name);
    }
  }
}
