package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import dev.plenum.app.RunningChild;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trainings on pictures whose pixels are in a file of the cache. */
@Timeout(300)
class PixelsTest {
  private static final String CACHE = "--pixels=cache:folder=cache";

  @TempDir
  Path folder;

  @BeforeEach
  void writeInputs() throws IOException {
    writePictures("photos", 60, 6);
    Files.writeString(folder.resolve("own.conf"), """
        layers = [{ type = Flatten }, { type = Dense, units = 8, activation = relu }, { type = Dropout, rate = 0.2 },
                  { type = Dense, units = 2, activation = softmax }]
        """);
  }

  private void writePictures(String name, int eachClass, int side) throws IOException {
    for (int i = 0; i < eachClass; i++) {
      write(folder.resolve(name + "/cat/" + i + ".ppm"), side, i);
      write(folder.resolve(name + "/dog/" + i + ".ppm"), side, 128 + i);
    }
  }

  private static void write(Path file, int side, int seed) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(("P6 " + side + " " + side + " 255\n").getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < 3 * side * side; i++) {
      bytes.write(seed + i % 97);
    }
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, bytes.toByteArray());
  }

  private static String[] train(String... more) {
    Stream<String> common =
        Stream.of("train", "--dataset=photos", "--network=own.conf", "--batch-size=1", "--augment");
    return Stream.concat(common, Stream.of(more)).toArray(String[]::new);
  }

  private App.Result ok(String... command) {
    App.Result result = App.run(folder, command);
    assertEquals(0, result.exitCode(), result.err());
    return result;
  }

  private String weights(String run) throws IOException {
    return Files.readAllLines(folder.resolve(run).resolve("run.json")).stream()
        .filter(line -> line.contains("\"weightsSha256\"") || line.contains("pixelsSha256"))
        .toList()
        .toString();
  }

  @Test
  void theBitsAreThoseFromMemory() throws IOException {
    ok(train("--epochs=2", "--out=memory", "--pixels=memory"));
    ok(train("--epochs=2", "--out=made", CACHE));
    ok(train("--epochs=2", "--out=found", CACHE));

    assertEquals(weights("memory"), weights("made"));
    assertEquals(weights("memory"), weights("found"));
    assertTrue(ok("repeat", "found", "--pixels=memory").out().contains("The bits agree."));
  }

  @Test
  void aTrainingThatWasKilledEndsLikeAnUndisturbedOne() throws IOException, InterruptedException {
    killAtCheckpoint(4);
    App.Result resumed = ok("train", "--resume=killed");
    assertTrue(resumed.err().contains("Resuming in epoch "), resumed.err());

    ok(train("--epochs=150", "--out=whole", "--pixels=memory"));
    assertEquals(weights("whole"), weights("killed"));
  }

  private void killAtCheckpoint(int number) throws IOException, InterruptedException {
    String[] command = train("--epochs=150", "--out=killed", "--checkpoint-seconds=0.01", CACHE);
    try (RunningChild run = ChildJvm.start(folder, List.of(), command)) {
      while (!hasCheckpoint(number)) {
        if (!run.process().isAlive()) {
          fail("the run ended before it was killed: " + run.remainingLines());
        }
        Thread.sleep(5);
      }
    }
  }

  private boolean hasCheckpoint(int number) {
    String[] names = folder.resolve("killed/checkpoints").toFile().list();
    return names != null
        && Arrays.stream(names)
            .filter(name -> name.matches("checkpoint-\\d+\\.plenum"))
            .anyMatch(name -> Integer.parseInt(name.replaceAll("\\D", "")) >= number);
  }

  @Test
  void picturesThatChangedAndVanishedDuringATrainingAreNamedWhereItIsResumed()
      throws IOException, InterruptedException {
    killAtCheckpoint(2);
    write(folder.resolve("photos/cat/3.ppm"), 6, 99);
    Files.delete(folder.resolve("photos/dog/5.ppm"));

    App.Result refused = App.run(folder, "train", "--resume=killed");

    assertEquals(2, refused.exitCode(), refused.out());
    assertTrue(
        refused
            .err()
            .contains("1 of 120 files changed, first cat/3.ppm; 1 are missing, first dog/5.ppm"),
        refused.err());
  }

  @Test
  void aDatasetThatDoesNotFitTheMemoryTrainsAllTheSame() throws IOException {
    writePictures("many", 1500, 64);
    List<String> heap = List.of("-Xmx68m"); // the pixels are 35 MB
    Files.writeString(folder.resolve("means.conf"), """
        layers = [{ type = GlobalAveragePooling2D }, { type = Dense, units = 2, activation = softmax }]
        """);
    String[] common = {"train", "--dataset=many", "--network=means.conf", "--epochs=1"};

    App.Result refused = ChildJvm.run(folder, heap, with(common, "--pixels=memory", "--out=no"));
    assertEquals(1, refused.exitCode(), refused.out());
    assertTrue(refused.err().contains("of memory, which is more than half of"), refused.err());

    App.Result trained =
        ChildJvm.run(folder, heap, with(common, "--pixels=auto:folder=cache", "--out=small"));
    assertEquals(0, trained.exitCode(), trained.err());
    ok(with(common, "--pixels=memory", "--out=large"));
    assertEquals(weights("large"), weights("small"));
  }

  private static String[] with(String[] common, String... more) {
    return Stream.of(common, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  /** A limit of the system, 1 or 2 MB for each file, stands for a disk that becomes full. */
  @Test
  void aDiskThatBecomesFullLeavesNoFileAndThePixelsInMemory() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "this system has no /bin/sh");
    writePictures("many", 60, 128); // the pixels are 6 MB
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    ProcessBuilder limited = new ProcessBuilder(
        "/bin/sh",
        "-c",
        "ulimit -f 2000; exec \"$@\"",
        "sh",
        java,
        "-cp",
        System.getProperty("java.class.path"),
        "dev.plenum.app.Main",
        "datasets",
        "describe",
        "many",
        CACHE);

    App.Result result = ChildJvm.run(folder, limited);

    assertEquals(0, result.exitCode(), result.err());
    try (Stream<Path> left = Files.list(folder.resolve("cache"))) {
      assertEquals(List.of(), left.toList());
    }
    assertEquals(ok("datasets", "describe", "many", CACHE).out(), result.out());
    try (Stream<Path> made = Files.list(folder.resolve("cache"))) {
      assertEquals(1, made.count());
    }
  }

  @Test
  void otherDatasetsThanPicturesHaveNoSuchChoice() {
    App.Result result = App.run(folder, "train", "--dataset=digits", "--out=no", CACHE);
    assertEquals(2, result.exitCode(), result.out());
    assertTrue(result.err().contains("only images that are files can be"), result.err());
  }

  @Test
  void anUnknownPlaceIsRefusedWithWhatCanBeGiven() {
    for (String text :
        new String[] {"disk", "cache:gb=0", "memory:gb=3", "cache:place=x", "auto,"}) {
      App.Result result = App.run(folder, train("--out=no", "--pixels=" + text));
      assertEquals(2, result.exitCode(), text);
      assertTrue(result.err().contains("cache:folder=pixels,gb=200"), result.err());
    }
  }
}
