package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import dev.plenum.experiment.TinyMnist;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes with names on a very small dataset, each run in a JVM of its own. */
class RecipeReproductionTest {
  @TempDir
  Path folder;

  @BeforeEach
  void writeImages() throws IOException {
    TinyMnist.write(folder.resolve("data"));
  }

  /** In a JVM whose children are as quick as it is to start. */
  private App.Result reproduce(String... arguments) throws IOException {
    return ChildJvm.run(
        folder,
        List.of(),
        Stream.concat(Stream.of("reproduce"), Stream.of(arguments)).toArray(String[]::new));
  }

  private Config json(String file) throws IOException {
    return ConfigFactory.parseString(Files.readString(folder.resolve(file)));
  }

  @Test
  void eachRunIsTheOneThatTrainMakesAndOneThatWasCutShortIsResumed() throws IOException {
    App.Result result = reproduce(
        "--recipe=speedrun-99",
        "--data-dir=data",
        "--kernels=scalar",
        "--seeds=2",
        "--seed=4",
        "--out=all");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.err().contains("[2/2] seed 5"), result.err());
    Config report = json("all/report.json");
    assertEquals("speedrun-99", report.getString("recipe"));
    assertEquals(0.99, report.getDouble("target"));
    assertTrue(report.hasPath("reached"));
    List<? extends Config> runs = report.getConfigList("runs");
    assertEquals(List.of(4, 5), runs.stream().map(run -> run.getInt("seed")).toList());
    assertTrue(runs.stream().allMatch(run -> run.getDouble("seconds") > 0));
    assertEquals(
        (runs.get(0).getDouble("accuracy") + runs.get(1).getDouble("accuracy")) / 2,
        report.getDouble("accuracy.mean"),
        1e-12);
    assertTrue(result.out().contains("The mean test accuracy of 2 runs is"), result.out());
    assertTrue(Files.readString(folder.resolve("all/report.html")).contains("Recipe speedrun-99"));

    App.Result alone = App.run(
        folder,
        "train",
        "--recipe=speedrun-99",
        "--data-dir=data",
        "--kernels=scalar",
        "--seed=5",
        "--out=alone");
    assertEquals(0, alone.exitCode(), alone.err());
    String weights = json("alone/run.json").getString("weightsSha256");
    assertEquals(List.of(weights), runs.get(1).getStringList("weightsSha256"));
    String command = json("all/runs/seed-5/run.json").getString("command");
    assertTrue(command.endsWith("--out=all/runs/seed-5".replace('/', File.separatorChar)), command);

    Files.delete(folder.resolve("all/report.html"));
    Files.delete(folder.resolve("all/runs/seed-5.json"));
    Files.delete(folder.resolve("all/runs/seed-5/run.json"));
    App.Result resumed = reproduce("--resume=all");
    assertEquals(0, resumed.exitCode(), resumed.err());
    assertTrue(json("all/report.json").getConfig("changes").isEmpty());
    Config again = json("all/report.json").getConfigList("runs").get(1);
    assertEquals(List.of(weights), again.getStringList("weightsSha256"));
    assertFalse(again.hasPath("seconds"), "a run that was interrupted has no time");
    assertTrue(reproduce("--resume=all").out().contains("The run is finished"));
  }

  @Test
  void aCommitteesSeedsAreItsMembersAndWhatIsChangedIsSaid() throws IOException {
    App.Result result = reproduce(
        "--recipe=committee-99.75",
        "--data-dir=data",
        "--members=2",
        "--epochs=2",
        "--seeds=2",
        "--kernels=scalar",
        "--out=all");
    assertEquals(0, result.exitCode(), result.err());
    Config report = json("all/report.json");
    assertEquals("2", report.getString("changes.members"));
    assertEquals("2", report.getString("changes.epochs"));
    assertFalse(report.hasPath("changes.kernels"), "kernels change no result");
    assertFalse(report.hasPath("reached"), "another recipe is not judged by this one's target");
    assertTrue(result.out().contains("epochs = 2, members = 2"), result.out());
    List<? extends Config> runs = report.getConfigList("runs");
    assertEquals(List.of(1, 3), runs.stream().map(run -> run.getInt("seed")).toList());
    assertEquals(2, runs.get(1).getStringList("weightsSha256").size());
    Config committee = json("all/runs/seed-3/committee.json");
    assertEquals(committee.getDouble("test.accuracy"), runs.get(1).getDouble("accuracy"));
  }

  @Test
  void whatDoesNotGoTogetherIsRefusedAndAFailureHasTheRunsOwnReason() throws IOException {
    App.Result stages = reproduce("--recipe=speedrun-99", "--stages=1a", "--out=all");
    assertEquals(2, stages.exitCode());
    assertTrue(stages.err().contains("a recipe has no stages and no quick form"), stages.err());
    assertFalse(Files.exists(folder.resolve("all")));

    App.Result missing =
        reproduce("--recipe=speedrun-99", "--data-dir=nowhere", "--seeds=1", "--out=all");
    assertEquals(1, missing.exitCode());
    assertTrue(
        missing.err().contains("plenum: the run from seed 1 failed: ")
            && missing.err().contains("nowhere"),
        missing.err());
    assertFalse(Files.exists(folder.resolve("all/report.html")));
  }
}
