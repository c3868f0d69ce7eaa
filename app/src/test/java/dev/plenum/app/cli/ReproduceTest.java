package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.app.App;
import dev.plenum.experiment.TinyMnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference experiment on a very small dataset. */
class ReproduceTest {
  @TempDir
  Path folder;

  @BeforeEach
  void writeImages() throws IOException {
    TinyMnist.write(folder.resolve("data"));
  }

  private App.Result reproduce(String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "reproduce";
    args[1] = "--quick";
    args[2] = "--dataset=mnist";
    args[3] = "--data-dir=data";
    System.arraycopy(more, 0, args, 4, more.length);
    return App.run(folder, args);
  }

  private Config report() throws IOException {
    return ConfigFactory.parseString(Files.readString(folder.resolve("all/report.json")));
  }

  @Test
  void allStagesLeaveTheirTableTheirPicturesAndAReport() throws IOException {
    App.Result result = reproduce("--out=all");
    assertEquals(0, result.exitCode(), result.err());
    for (String file : List.of(
        "report.html",
        "report.json",
        "1-accuracy.png",
        "2-augmentation.png",
        "3-learning-rate.png",
        "4-misclassified.png",
        "stages/5/5/model.plenum",
        "stages/5/committee.plenum")) {
      assertTrue(Files.exists(folder.resolve("all").resolve(file)), file);
    }
    List<? extends Config> stages = report().getConfigList("stages");
    assertEquals(
        List.of("1a", "1b", "2", "3", "4", "5"),
        stages.stream().map(stage -> stage.getString("stage")).toList());
    assertEquals(5, stages.get(4).getConfigList("runs").size());
    assertTrue(stages.get(4).hasPath("committee.misclassified"));
    assertFalse(stages.get(3).hasPath("committee.misclassified"));
  }

  @Test
  void aRunThatWasCutShortEndsWithTheSameResults() throws IOException {
    assertEquals(0, reproduce("--stages=1b,4", "--out=all").exitCode());
    List<? extends Config> stages = report().getConfigList("stages");
    Path all = folder.resolve("all");
    Files.delete(all.resolve("report.html"));
    Files.delete(all.resolve("stages/4/3/run.json"));
    App.Result result = reproduce("--resume=all", "--threads=1");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        1, result.out().lines().filter(line -> line.startsWith("Seed ")).count());
    for (int i = 0; i < stages.size(); i++) {
      Config before = stages.get(i);
      Config after = report().getConfigList("stages").get(i);
      assertEquals(hashes(before), hashes(after));
      assertEquals(before.root().get("committee"), after.root().get("committee"));
    }
    assertEquals(2, reproduce("--stages=1a", "--resume=all").exitCode());
  }

  @Test
  void epochsAndMembersCanBeChosenAndAreThenNotThePublishedRecipe() throws IOException {
    assertEquals(
        0, reproduce("--stages=1b,4", "--epochs=1", "--members=2", "--out=all").exitCode());
    List<? extends Config> stages = report().getConfigList("stages");
    assertEquals(1, stages.get(0).getConfigList("runs").size());
    assertEquals(2, stages.get(1).getConfigList("runs").size());
    String deviations = report().getString("provenance.deviations");
    assertTrue(deviations.contains("1 epochs instead of 40 in stage 1b"), deviations);
    assertTrue(deviations.contains("2 members instead of 5 in stage 4"), deviations);
    Files.delete(folder.resolve("all/report.html"));
    assertEquals(2, reproduce("--resume=all", "--epochs=2").exitCode());
    assertEquals(0, reproduce("--resume=all").exitCode());
    assertEquals(deviations, report().getString("provenance.deviations"));
  }

  @Test
  void aResumedRunHasTheExperimentsOwnEpochsWhereNoneWereChosen() throws IOException {
    assertEquals(0, reproduce("--stages=1b", "--out=all").exitCode());
    Files.delete(folder.resolve("all/report.html"));
    Files.delete(folder.resolve("all/stages/1b/1/run.json"));
    assertEquals(0, reproduce("--resume=all").exitCode());
    Config run =
        ConfigFactory.parseString(Files.readString(folder.resolve("all/stages/1b/1/run.json")));
    assertEquals(40 / 8, run.getInt("epochs"));
  }

  private static List<String> hashes(Config stage) {
    return stage.getConfigList("runs").stream()
        .map(run -> run.getString("weightsSha256"))
        .toList();
  }

  @Test
  void anUnknownStageIsRefused() {
    App.Result result = reproduce("--stages=1a,7");
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("1a,1b,2,3,4,5"), result.err());
  }
}
