package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.app.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Committees on the command line, from training to evaluation. */
class CommitteeTest {
  @TempDir
  Path folder;

  private App.Result committee(String... more) {
    String[] args = new String[more.length + 5];
    args[0] = "committee";
    args[1] = "--limit=300";
    args[2] = "--network=dense";
    args[3] = "--epochs=1";
    args[4] = "--members=3";
    System.arraycopy(more, 0, args, 5, more.length);
    return App.run(folder, args);
  }

  private Config json(String file) throws IOException {
    return ConfigFactory.parseString(Files.readString(folder.resolve(file)));
  }

  @Test
  void aCommitteeLeavesItsMembersAndItsResultAndIsEvaluatedLikeAnyModel() throws IOException {
    App.Result result = committee("--out=one");
    assertEquals(0, result.exitCode(), result.err());
    Config committee = json("one/committee.json");
    assertEquals("average", committee.getString("combine"));
    assertEquals(3, committee.getConfigList("members").size());
    for (int i = 0; i < 3; i++) {
      Config member = committee.getConfigList("members").get(i);
      Config run = json("one/members/" + (i + 1) + "/run.json");
      assertEquals(1 + i, member.getInt("seed"));
      assertEquals(run.getDouble("test.accuracy"), member.getDouble("test.accuracy"));
      assertEquals(run.getString("weightsSha256"), member.getString("weightsSha256"));
      assertEquals("members/" + (i + 1) + "/run.json", member.getString("record"));
      assertEquals(String.valueOf(1 + i), run.getString("configuration.seed"));
    }
    assertTrue(Files.exists(folder.resolve("one/misclassified.png")));
    String line = result
        .out()
        .lines()
        .filter(l -> l.startsWith("Committee. "))
        .findFirst()
        .get();
    App.Result evaluation = App.run(folder, "evaluate", "one/committee.plenum");
    assertEquals(0, evaluation.exitCode(), evaluation.err());
    assertEquals(
        line.substring("Committee. ".length()),
        evaluation.out().lines().findFirst().orElse(""));
    App.Result prediction = App.run(folder, "predict", "one/committee.plenum", "no.png");
    assertEquals(1, prediction.exitCode());
    assertTrue(prediction.err().contains("no.png"), prediction.err());
  }

  private static void assertSameResults(Config expected, Config actual) {
    for (String key : List.of("members", "test", "dataset")) {
      assertEquals(expected.root().get(key), actual.root().get(key), key);
    }
  }

  @Test
  void membersSideBySideAreTheSameAsOneAfterTheOther() throws IOException {
    committee("--out=one");
    App.Result result = committee("--out=two", "--side-by-side=2");
    assertEquals(0, result.exitCode(), result.err());
    for (int i = 1; i <= 3; i++) {
      assertEquals(
          json("one/members/" + i + "/run.json").getString("weightsSha256"),
          json("two/members/" + i + "/run.json").getString("weightsSha256"));
    }
    assertSameResults(json("one/committee.json"), json("two/committee.json"));
  }

  @Test
  void aCommitteeThatWasCutShortIsGoneOnWithAndTrainsOnlyWhatIsMissing() throws IOException {
    committee("--out=one");
    Config whole = json("one/committee.json");
    Path second = folder.resolve("one/members/2");
    Files.delete(second.resolve("run.json")); // as if killed while its files were moved into place
    Files.createDirectory(second.resolve(".unfinished"));
    Files.delete(folder.resolve("one/committee.json"));
    App.Result result = committee("--resume=one", "--threads=1");
    assertEquals(0, result.exitCode(), result.err());
    assertSameResults(whole, json("one/committee.json"));
    assertEquals(whole.getString("started"), json("one/committee.json").getString("started"));
    assertEquals(1, result.out().lines().filter(l -> l.startsWith("Seed ")).count());
  }

  @Test
  void aCommitteeDoesWithoutAMemberThatFails() throws IOException {
    committee("--out=one", "--min-members=2");
    Files.delete(folder.resolve("one/committee.json"));
    Path first = folder.resolve("one/members/1");
    Files.move(first, folder.resolve("elsewhere"));
    Files.createFile(first); // where its folder should be
    App.Result result = committee("--resume=one");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(
        result.err().contains("The committee does without a member: member 1 of 3 (seed 1)"),
        result.err());
    assertEquals(2, json("one/committee.json").getConfigList("members").size());
  }

  @Test
  void aFinishedCommitteeIsLeftAloneAndAnotherConfigurationRefused() throws IOException {
    committee("--out=one");
    String whole = Files.readString(folder.resolve("one/committee.json"));
    assertEquals(2, committee("--out=one").exitCode());
    App.Result again = committee("--resume=one");
    assertEquals(0, again.exitCode(), again.err());
    assertTrue(again.out().contains("finished"), again.out());
    App.Result other = committee("--resume=one", "--seed=9");
    assertEquals(2, other.exitCode());
    assertTrue(
        other.err().contains("seed: the run was started with '1', not with '9'"), other.err());
    assertEquals(2, committee("--resume=two").exitCode());
    assertEquals(whole, Files.readString(folder.resolve("one/committee.json")));
  }

  @Test
  void aWeightedAverageIsKeptWithItsWeights() throws IOException {
    App.Result result = committee("--out=one", "--combine=weighted", "--weights=1,0,0");
    assertEquals(0, result.exitCode(), result.err());
    Config committee = json("one/committee.json");
    assertEquals("weighted", committee.getString("combine"));
    assertEquals("1,0,0", committee.getString("configuration.weights"));
    Config first = committee.getConfigList("members").get(0);
    assertEquals(first.getDouble("test.accuracy"), committee.getDouble("test.accuracy"));
    assertEquals(first.getDouble("test.loss"), committee.getDouble("test.loss"), 1e-6);
  }

  @Test
  void weightsThatDoNotFitAreRefusedBeforeAnyTraining() {
    String few = refusal("--combine=weighted", "--weights=1,2");
    assertTrue(few.contains("weights: there are 2 weights for 3 members"), few);
    String none = refusal("--combine=weighted");
    assertTrue(none.contains("combine: a weighted average needs weights"), none);
    String without = refusal("--weights=1,2,3");
    assertTrue(without.contains("weights: only the weighted average has weights"), without);
    String negative = refusal("--combine=weighted", "--weights=1,-2,3");
    assertTrue(negative.contains("weights: a weight must be at least 0"), negative);
  }

  private String refusal(String... options) {
    App.Result result = committee(options);
    assertEquals(2, result.exitCode());
    assertTrue(result.out().isEmpty(), result.out());
    return result.err();
  }
}
