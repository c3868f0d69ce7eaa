package dev.plenum.benchmarks.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.benchmarks.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingCommandTest {
  @TempDir
  Path folder;

  @Test
  void aTinyTrainingGivesATableAndJson() throws IOException {
    Path file = folder.resolve("training.json");
    Path peers = Files.writeString(folder.resolve("peers.json"), """
        {"results": [
          {"network": "colour-strided", "backend": "Abacus 1", "epochSeconds": 1e6},
          {"network": "another", "backend": "Abacus 1", "epochSeconds": 3}]}
        """);
    Commands.Result result = Commands.run(
        "training",
        "--networks",
        "colour-strided",
        "--backends",
        "purejava",
        "--threads",
        "1",
        "--images",
        "172",
        "--epochs",
        "2",
        "--peers",
        peers.toString(),
        "--out",
        file.toString());
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.err().startsWith("[1/1] purejava, colour-strided, 1 thread: "), result.err());
    List<String> lines = result.out().lines().toList();
    assertEquals(5, lines.size(), result.out());
    assertTrue(lines.get(1).startsWith("colour-strided  purejava "), result.out());
    assertTrue(lines.get(4).startsWith("colour-strided  purejava  Abacus 1 "), result.out());
    checkFigures(ConfigFactory.parseString(Files.readString(file)));
  }

  private static void checkFigures(Config json) {
    assertTrue(json.getConfigList("failures").isEmpty());
    Config cell = json.getConfigList("results").get(0);
    for (String measure : List.of(
        "firstEpochSeconds",
        "epochSeconds",
        "imagesPerSecond",
        "gigaflops",
        "peakGigaflops",
        "augmentedRatio",
        "inferenceSeconds",
        "startupSeconds")) {
      assertTrue(cell.getDouble(measure) > 0, measure);
    }
    assertEquals(
        cell.getDouble("gigaflops") / cell.getDouble("peakGigaflops"),
        cell.getDouble("fractionOfPeak"),
        1e-9);
    Config peer = cell.getConfigList("peers").get(0);
    assertEquals(1e6 / cell.getDouble("epochSeconds"), peer.getDouble("epochRatio"), 1e-6);
    assertFalse(peer.hasPath("inferenceRatio"));
    Config round = cell.getConfigList("rounds").get(0);
    assertEquals("random", round.getString("dataset"));
    assertEquals(172, round.getInt("images"));
    assertEquals(2, round.getDoubleList("epochSeconds").size());
    assertEquals(1, round.getInt("backend.threads"));
  }

  @Test
  void anUnknownNetworkIsRefusedWithWhatThereIs() {
    assertRefused(
        "there is no network 'deep'; there are simple-conv, dense, deep-conv,",
        "--networks",
        "dense,deep");
  }

  @Test
  void aMissingBackendIsRefusedWithWhatThereIs() {
    assertRefused("there is no backend 'abacus'; found: ", "--backends", "abacus");
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertRefused("--epochs must be at least 2", "--epochs", "1");
    assertRefused("--images must be at least 172", "--images", "171");
    assertRefused("--rounds must be at least 1", "--rounds", "0");
    assertRefused("threads must be a whole number from 1 to 1024", "--threads", "1,0");
    assertRefused("'two' is not an int", "--threads", "two");
  }

  @Test
  void peersThatAreNoFiguresAreRefused() throws IOException {
    for (String json : List.of(
        "{}",
        "[]",
        "no JSON",
        "{'results': [{'network': 'dense', 'backend': 'Abacus 1'}]}",
        "{'results': [{'network': 'dense', 'backend': 'Abacus 1', 'epochSeconds': 0}]}")) {
      Path file = Files.writeString(folder.resolve("peers.json"), json.replace('\'', '"'));
      assertRefused("--peers " + file, "--peers", file.toString());
    }
  }

  @Test
  void aPlaceWhereNoFileCanBeWrittenIsRefused() {
    assertRefused("there is no folder", "--out", folder.resolve("no/file.json").toString());
    assertRefused("is a folder", "--out", folder.toString());
  }

  @Test
  void aDataDirectoryWithoutMnistIsAnError() {
    Commands.Result result = Commands.run("training", "--data-dir", folder.toString());
    assertEquals(1, result.exitCode());
    assertTrue(result.err().contains("MNIST is not complete in the data directory"), result.err());
  }

  private static void assertRefused(String message, String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "training";
    System.arraycopy(options, 0, args, 1, options.length);
    Commands.Result result = Commands.run(args);
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(result.err().contains(message), result.err());
    assertFalse(result.out().contains("EPOCH"), result.out());
  }
}
