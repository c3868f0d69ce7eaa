package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import dev.plenum.app.toy.DyingBackend;
import dev.plenum.app.toy.MissingBackend;
import dev.plenum.app.toy.ToyBackend;
import dev.plenum.app.toy.ToyServices;
import dev.plenum.experiment.TinyMnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons of a very small network on a very small dataset, each training in a JVM of its own. */
class CompareTest {
  @TempDir
  Path folder;

  @BeforeEach
  void writeImages() throws IOException {
    TinyMnist.write(folder.resolve("data"));
    writeNetwork("small.conf", 32);
  }

  private void writeNetwork(String file, int units) throws IOException {
    Files.writeString(folder.resolve(file), """
        layers = [ { type = Flatten }, { type = Dense, units = UNITS },
                   { type = Dense, units = 10, activation = softmax } ]
        """.replace("UNITS", String.valueOf(units)));
  }

  private static String[] arguments(String... more) {
    List<String> arguments = new ArrayList<>(List.of(
        "compare",
        "--network=small.conf",
        "--dataset=mnist",
        "--data-dir=data",
        "--epochs=1",
        "--threads=1",
        "--out=all"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  /** In a JVM whose children are as quick as it is to start. */
  private App.Result compare(String... arguments) throws IOException {
    return ChildJvm.run(folder, List.of(), arguments);
  }

  private Config report() throws IOException {
    return ConfigFactory.parseString(Files.readString(folder.resolve("all/report.json")));
  }

  @Test
  void aBackendOfAThirdPartyIsFoundAndComparedByItsServiceAlone() throws IOException {
    Path toys = ToyServices.register(folder, List.of(ToyBackend.class, MissingBackend.class));
    App.Result backends = ChildJvm.runWith(toys, folder, "backends");
    assertTrue(
        backends.out().lines().anyMatch(line -> line.matches("toy +yes +Toy +any device .*")),
        backends.out());
    App.Result result =
        ChildJvm.runWith(toys, folder, arguments("--seeds=1", "--backends=purejava,toy"));
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("| small | toy | 1 |"), result.out());
    assertTrue(
        result.out().startsWith(Files.readString(folder.resolve("all/report.md"))), result.out());
    Config duel = report().getConfigList("duels").get(0);
    assertTrue(duel.getBoolean("fair"));
    assertEquals(1, duel.getDouble("agreement.mean"));
    assertEquals(1, duel.getDouble("mcnemar.p"));
    for (Config group : report().getConfigList("groups")) {
      assertTrue(group.getBoolean("sameBitsAgain"));
    }
    assertTrue(Files.readString(folder.resolve("all/report.html")).contains("<svg "));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aTrainingWhoseProcessIsKilledIsReportedAndTheOthersAreCompleted() throws IOException {
    Path toys = ToyServices.register(folder, List.of(DyingBackend.class, MissingBackend.class));
    String[] arguments = arguments("--seed=2", "--seeds=1", "--backends=dying,missing,purejava");
    App.Result result = ChildJvm.runWith(toys, folder, arguments);
    assertEquals(1, result.exitCode(), result.err());
    assertTrue(result.out().contains("| small | dying | 0 of 1: failed |"), result.out());
    assertTrue(result.out().contains("| small | missing | not available |"), result.out());
    assertTrue(result.out().contains("| small | purejava | 1 |"), result.out());
    Config failure = report().getConfigList("failures").get(0);
    assertEquals(2, failure.getLong("seed"));
    assertTrue(failure.getString("reason").contains("signal 9"), failure.getString("reason"));
    assertEquals(
        "its card is not in this machine. Buy one",
        report().getConfigList("missing").get(0).getString("reason"));

    assertTrue(result.err().contains("To resume it: plenum compare --resume all"), result.err());

    App.Result resumed = ChildJvm.runWith(toys, folder, "compare", "--resume=all");
    assertEquals(1, resumed.exitCode(), resumed.err());
    assertEquals(
        0, resumed.err().lines().filter(line -> line.contains("Epoch 1/1")).count());
    assertEquals(
        2,
        resumed.err().lines().filter(line -> line.contains("failed: its JVM")).count());
  }

  @Test
  void aComparisonGoesOnWithWhatIsMissing() throws IOException {
    Files.writeString(
        folder.resolve("plenum.conf"), "batch-size = 7\nfrom = none.plenum\nfreeze = features");
    assertEquals(0, compare(arguments("--seeds=1", "--backends=purejava")).exitCode());
    String first = weights();
    Path record = folder.resolve("all/cells/purejava-small-seed1/run.json");
    Config run = ConfigFactory.parseString(Files.readString(record));
    assertEquals(7, run.getInt("batchSize"));
    assertEquals(1, run.getInt("backend.threads"));
    Files.delete(record);
    App.Result result = compare("compare", "--resume=all");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        1, result.err().lines().filter(line -> line.contains("Epoch 1/1")).count());
    assertEquals(first, weights());
    assertTrue(App.run(folder, "compare", "--resume=all").out().contains("The run is finished"));
    for (String other : List.of("--seeds=2", "--threads=2", "--kernels=scalar")) {
      assertEquals(2, App.run(folder, "compare", "--resume=all", other).exitCode(), other);
    }
  }

  private String weights() throws IOException {
    return report()
        .getConfigList("groups")
        .get(0)
        .getConfigList("runs")
        .get(0)
        .getString("weightsSha256");
  }

  @Test
  void aTrainingThatFailsSaysWhyInItsOwnWords() throws IOException {
    App.Result result = compare(
        arguments("--seeds=1", "--backends=purejava", "--optimizer=sgd", "--learning-rate=1e30"));
    assertEquals(1, result.exitCode(), result.err());
    assertTrue(
        report().getConfigList("failures").get(0).getString("reason").contains("diverged"),
        result.out());
    assertTrue(result.out().contains("There is nothing to compare"), result.out());
    assertTrue(Files.exists(folder.resolve("all/report.html")));
  }

  @Test
  void aCellIsRepeatedAndOneThatRepeatsTheFirstEpochOnlyIsRefused() throws IOException {
    compare(Arrays.stream(arguments("--seeds=1", "--backends=purejava"))
        .map(argument -> argument.replace("--epochs=1", "--epochs=2"))
        .toArray(String[]::new));
    App.Result cell = App.run(folder, "repeat", "all/cells/purejava-small-seed1");
    assertTrue(cell.out().contains("The bits agree."), cell.out() + cell.err());
    App.Result again = App.run(folder, "repeat", "all/cells/purejava-small-seed1-repeat");
    assertEquals(2, again.exitCode(), again.out());
    assertTrue(
        again.err().contains("repeat the training purejava-small-seed1 beside it instead"),
        again.err());
  }

  @Test
  void networksWhoseNamesAreAlmostAlikeAreEachTrained() throws IOException {
    writeNetwork("net 1.conf", 16);
    writeNetwork("net_1.conf", 32);
    String[] names = {"--networks=net 1.conf,net_1.conf", "--backends=purejava", "--seeds=1"};
    App.Result result = compare(arguments(names));
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        4, result.err().lines().filter(line -> line.contains("Epoch 1/1")).count());
    List<? extends Config> groups = report().getConfigList("groups");
    assertEquals(
        List.of("net 1", "net_1"),
        groups.stream().map(group -> group.getString("network")).toList());
    assertEquals(
        2,
        groups.stream()
            .map(group -> group.getConfigList("runs").get(0).getString("weightsSha256"))
            .distinct()
            .count());
    assertTrue(App.run(folder, "compare", "--resume=all").out().contains("The run is finished"));
  }

  @Test
  void theCommandOfASingleTrainingIsNotShown() {
    assertFalse(App.run(folder, "--help").out().contains("compare-cell"));
    assertFalse(App.run(folder, "nothing").err().contains("compare-cell"));
  }
}
