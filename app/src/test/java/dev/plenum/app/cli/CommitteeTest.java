package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.app.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

  @Test
  void aCommitteeThatSeesSeveralViewsIsEvaluatedToTheSameFiguresFromItsFile() throws IOException {
    App.Result result = committee("--out=one", "--views=5");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(5, json("one/committee.json").getInt("views"));
    App.Result evaluation =
        App.run(folder, "evaluate", "one/committee.plenum", "--views=5", "--out=five");
    assertEquals(0, evaluation.exitCode(), evaluation.err());
    String line = evaluation.out().lines().findFirst().orElse("");
    assertTrue(line.startsWith("Test on digits, 5 views: "), line);
    assertTrue(result.out().contains("Committee. " + line), result.out());
    for (String figure : List.of("loss", "accuracy", "misclassified")) {
      assertEquals(
          json("one/committee.json").getDouble("test." + figure),
          json("five/evaluation.json").getDouble("test." + figure));
    }
  }

  private static void assertSameResults(Config expected, Config actual) {
    for (String key : List.of("members", "test", "dataset")) {
      assertEquals(expected.root().get(key), actual.root().get(key), key);
    }
  }

  @Test
  void membersOfSeveralKindsAreTrainedAndTrainedAgainWithoutTheFilesThatToldOfThem()
      throws IOException {
    Files.writeString(folder.resolve("slow.conf"), "network = dense\nlearning-rate = 1e-7");
    App.Result result = App.run(
        folder,
        "committee",
        "--limit=300",
        "--epochs=1",
        "--seed=4",
        "--kinds=slow.conf=1,early-pool=2",
        "--out=kinds");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(
        Files.getLastModifiedTime(folder.resolve("kinds/recipes.json"))
                .compareTo(Files.getLastModifiedTime(folder.resolve("kinds/inputs.json")))
            < 0,
        "a committee that is killed while it reads its images can be resumed");
    Config whole = json("kinds/committee.json");
    assertEquals("3", whole.getString("configuration.members"));
    List<? extends Config> members = whole.getConfigList("members");
    List<String> kinds =
        members.stream().map(member -> member.getString("kind")).toList();
    assertEquals(List.of("slow.conf", "early-pool", "early-pool"), kinds);
    List<Integer> seeds = members.stream().map(member -> member.getInt("seed")).toList();
    assertEquals(List.of(4, 5, 6), seeds);
    Config first = json("kinds/members/1/run.json").getConfig("configuration");
    assertEquals("1e-7", first.getString("learning-rate"));
    assertEquals("dense", first.getString("network"));
    Config last = json("kinds/members/3/run.json").getConfig("configuration");
    assertEquals("early-pool", last.getString("network"));
    assertFalse(last.hasPath("learning-rate"), last.toString());
    App.Result repeated = App.run(folder, "repeat", "kinds/members/1");
    assertEquals(0, repeated.exitCode(), repeated.out() + repeated.err());

    Files.delete(folder.resolve("slow.conf"));
    Files.delete(folder.resolve("kinds/members/1/run.json"));
    Files.delete(folder.resolve("kinds/members/3/run.json"));
    Files.delete(folder.resolve("kinds/committee.json"));
    App.Result resumed = App.run(folder, "committee", "--resume=kinds");
    assertEquals(0, resumed.exitCode(), resumed.err());
    assertSameResults(whole, json("kinds/committee.json"));
  }

  @Test
  void theBestMembersAreSelectedByValidationImagesAndTheCurveIsKept() throws IOException {
    Files.writeString(folder.resolve("slow.conf"), "learning-rate = 1e-7");
    Files.writeString(folder.resolve("usual.conf"), "network = dense");
    App.Result result = App.run(
        folder,
        "committee",
        "--limit=300",
        "--epochs=2",
        "--kinds=slow.conf=1,usual.conf=2",
        "--select=2",
        "--out=selected");
    assertEquals(0, result.exitCode(), result.err());
    Config committee = json("selected/committee.json");
    List<Integer> seeds = committee.getConfigList("members").stream()
        .map(member -> member.getInt("seed"))
        .toList();
    Config selection = committee.getConfig("selection");
    assertEquals(50, selection.getInt("images"));
    assertEquals(2, selection.getInt("kept"));
    List<? extends Config> steps = selection.getConfigList("steps");
    assertEquals(3, steps.size());
    assertEquals(
        Stream.of(0, 1).map(step -> steps.get(step).getInt("seed")).sorted().toList(), seeds);
    double first = steps.get(0).getDouble("val_accuracy");
    for (int seed = 1; seed <= 3; seed++) {
      List<? extends Config> history =
          json("selected/members/" + seed + "/run.json").getConfigList("history");
      double alone = history.get(history.size() - 1).getDouble("val_accuracy");
      assertTrue(alone <= first, "the best by itself is the first");
      assertTrue(steps.get(0).getInt("seed") != seed || alone == first, "seed " + seed);
    }
    assertTrue(
        result.out().contains("Selected by 50 validation images: 2 of 3 members"), result.out());
    String out = result.out();
    App.Result evaluation = App.run(folder, "evaluate", "selected/committee.plenum");
    assertTrue(out.contains("Committee. " + evaluation.out().lines().findFirst().orElse("-")), out);
  }

  @Test
  void aRecipeSaysHowManyMembersOfWhichKindsThereAre() throws IOException {
    App.Result result = App.run(
        folder,
        "committee",
        "--recipe=committee-99.8",
        "--kinds=early-pool=1,vgg-s=1",
        "--dataset=digits",
        "--limit=128",
        "--epochs=2",
        "--out=small");
    assertEquals(0, result.exitCode(), result.err());
    Config committee = json("small/committee.json");
    assertEquals("2", committee.getString("configuration.members"));
    assertEquals("24x24", committee.getString("configuration.window"));
    Config second = json("small/members/2/run.json").getConfig("configuration");
    assertEquals("vgg-s", second.getString("network"));
    assertRefused("members: the kinds come to 9", "--recipe=committee-99.8", "--members=3");
    assertRefused(
        "no weights",
        "--recipe=committee-99.75",
        "--select=2",
        "--validation=1/6",
        "--combine=weighted",
        "--weights=1,1,1,1,1,1");
  }

  @Test
  void membersAreNotSelectedWithoutImagesToJudgeByOrFromTooFew() {
    assertRefused("select: 4 members cannot be selected from 3", "--members=3", "--select=4");
    assertRefused("from 2", "--members=3", "--select=3", "--min-members=2");
    assertRefused(
        "select: members are selected by validation images", "--select=2", "--validation=0");
    assertRefused(
        "select: members that are selected have no weights",
        "--members=2",
        "--select=1",
        "--combine=weighted",
        "--weights=1,2");
  }

  @Test
  void kindsThatCannotBeAreRefusedBeforeAnyTraining() throws IOException {
    Files.writeString(folder.resolve("window.conf"), "window = 24x24");
    Files.writeString(folder.resolve("data.conf"), "limit = 10");
    assertRefused("kinds: 'vgg' is neither a file of settings nor one of", "--kinds=vgg=1");
    assertRefused("kinds must be names, each with a whole number", "--kinds=dense=0");
    assertRefused("kinds must be NAME=VALUE", "--kinds=dense");
    assertRefused("members: the kinds come to 2 members", "--kinds=dense=2", "--members=3");
    assertRefused("network: each has its own", "--kinds=dense=2", "--network=dense");
    assertRefused(
        "the same window, but 'dense' and 'window.conf'", "--kinds=dense=1,window.conf=1");
    assertRefused("'limit' is no setting", "--kinds=data.conf=1");
    assertRefused(
        "a weight for each of the 2 members, found 3",
        "--kinds=dense=2",
        "--combine=weighted",
        "--weights=1,2,3");
  }

  private void assertRefused(String what, String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "committee";
    all[1] = "--out=refused";
    System.arraycopy(options, 0, all, 2, options.length);
    App.Result result = App.run(folder, all);
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(result.err().contains(what), result.err());
    assertFalse(Files.exists(folder.resolve("refused")), "nothing is left of it");
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
    assertTrue(
        few.contains(
            "weights: a weighted average needs a weight for each of the 3 members, found 2"),
        few);
    String none = refusal("--combine=weighted");
    assertTrue(
        none.contains(
            "weights: a weighted average needs a weight for each of the 3 members, found 0 (not set)"),
        none);
    String without = refusal("--weights=1,2,3");
    assertTrue(without.contains("weights: only the weighted average has weights"), without);
    String some = refusal("--combine=weighted", "--weights=1,2,3", "--min-members=2");
    assertTrue(
        some.contains(
            "min-members: a weighted average needs all of the 3 members, one for each weight, and cannot do with 2"),
        some);
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
