package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import dev.plenum.app.RunningChild;
import dev.plenum.persistence.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches on the embedded digits, and on fewer images than those. */
class SearchTest {
  private static final String SPACE = """
      trials = 4
      rungs = [1, 2]
      eta = 2
      repeats = 2
      parameters {
        learning-rate { log-uniform = [1e-4, 1e-2] }
        batch-size    { choices = [32, 64] }
        rotation      { uniform = [0, 10] }
      }
      """;

  @TempDir
  Path folder;

  private App.Result search(String space, String... more) throws IOException {
    Files.writeString(folder.resolve("space.conf"), space);
    List<String> arguments = new ArrayList<>(List.of("search", "space.conf", "--network", "dense"));
    if (!List.of(more).contains("--limit")) {
      arguments.addAll(List.of("--limit", "300"));
    }
    arguments.addAll(List.of(more));
    return App.run(folder, arguments.toArray(String[]::new));
  }

  private JsonValue json(String file) throws IOException {
    return JsonValue.read(folder.resolve(file));
  }

  /** All that a search comes to, without times. */
  private String results(String out) throws IOException {
    JsonValue search = json(out + "/search.json");
    return (search.required("trials").toString() + search.required("winner"))
        .replaceAll("\"seconds\":[^,}]*", "");
  }

  @Test
  void aSearchReportsEachTrialAndTrainsTheBestAgain() throws IOException {
    App.Result result = search(SPACE, "--out", "out");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        4,
        result
            .out()
            .lines()
            .filter(line -> line.matches("trial \\d, 1 epoch: .*"))
            .count());
    assertEquals(
        2,
        result
            .out()
            .lines()
            .filter(line -> line.matches("trial \\d, 2 epochs: .*"))
            .count());
    assertTrue(result.out().contains("is the best of 4: "), result.out());
    assertTrue(result.out().contains("On the test images, which were not looked at before"));
    assertTrue(
        Files.getLastModifiedTime(folder.resolve("out/space.json"))
                .compareTo(Files.getLastModifiedTime(folder.resolve("out/inputs.json")))
            < 0,
        "a search that is killed while it reads its images can be resumed");
    JsonValue search = json("out/search.json");
    assertTrue(search.required("goesOn").booleanValue());
    JsonValue winner = search.required("winner");
    assertEquals(2, winner.required("repeats").elements().size());
    int tested = winner
        .required("repeats")
        .elements()
        .get(0)
        .required("test")
        .required("misclassified")
        .intValue();
    assertTrue(tested < 2000);
    JsonValue trial = json("out/trials/" + winner.required("trial") + "/2-epochs/run.json");
    assertEquals(
        50, trial.required("dataset").required("test").intValue()); // those of the validation
    assertTrue(Files.readString(folder.resolve("out/search.html")).contains("<svg "));
  }

  @Test
  void plainEpochsMustBeFewerThanThoseOfTheFirstRung() throws IOException {
    assertRefused(
        search(SPACE, "--plain-epochs", "1", "--out", "out"), "plain-epochs: it has no effect");
    String later = SPACE.replace("[1, 2]", "[7]").replace("trials = 4", "trials = 1");
    App.Result result = search(later, "--plain-epochs", "6", "--limit", "90", "--out", "out");
    assertEquals(0, result.exitCode(), result.err());
    JsonValue trial = json("out/trials/1/7-epochs/run.json");
    assertEquals(6, trial.required("augmentation").required("plain_epochs").intValue());
  }

  @Test
  void theBestSettingsTrainTheSameNetworkAgain() throws IOException {
    assertEquals(0, search(SPACE, "--out", "out").exitCode());
    App.Result train = App.run(folder, "train", "--config", "out/best.conf", "--out", "again");
    assertEquals(0, train.exitCode(), train.err());
    String winner = json("out/search.json").required("winner").required("trial").toString();
    String weights = json("out/trials/" + winner + "/2-epochs/run.json")
        .required("weightsSha256")
        .text();
    assertEquals(weights, json("again/run.json").required("weightsSha256").text());
  }

  @Test
  void aSearchWhoseProcessIsKilledResumesToTheSameBits() throws Exception {
    assertEquals(0, search(SPACE, "--out", "undisturbed").exitCode());
    try (RunningChild child = ChildJvm.start(
        folder,
        List.of(),
        "search",
        "space.conf",
        "--network=dense",
        "--limit=300",
        "--out=killed")) {
      while (!Files.exists(folder.resolve("killed/trials/2/1-epochs/run.json"))) {
        assertTrue(child.process().isAlive(), "the search ended before it was killed");
        Thread.sleep(5);
      }
      child.process().destroyForcibly().waitFor();
    }
    assertFalse(Files.exists(folder.resolve("killed/search.json")));
    Files.delete(folder.resolve("space.conf"));
    App.Result resumed = App.run(folder, "search", "--resume", "killed");
    assertEquals(0, resumed.exitCode(), resumed.err());
    assertEquals(results("undisturbed"), results("killed"));
    App.Result finished = App.run(folder, "search", "--resume", "killed");
    assertTrue(finished.out().contains("The run is finished"), finished.out());
  }

  private void assertRefused(App.Result result, String what) {
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(result.err().contains(what), result.err());
    assertFalse(Files.exists(folder.resolve("out")), "nothing is left of it");
  }

  @Test
  void whatCannotBeSearchedIsRefusedBeforeAnythingIsTrained() throws IOException {
    String one = "trials = 1\nrungs = [1]\nparameters { %s }\n";
    assertRefused(
        search(one.formatted("limit { choices = [100] }"), "--out", "out"),
        "space.conf: 'limit' is no setting that trials can have of their own");
    assertRefused(
        search(one.formatted("rotation { uniform = [-5, -1] }"), "--out", "out"), "rotation");
    assertRefused(
        search(one.formatted("momentum { choices = [0.9] }"), "--out", "out"), "momentum");
    assertRefused(
        search(SPACE, "--out", "out", "--rotation", "3"),
        "rotation: each has its own, by space.conf: leave the option out");
    assertRefused(search(SPACE, "--out", "out", "--validation", "0"), "no validation images");
    assertRefused(search("trials = ${HOME}", "--out", "out"), "space.conf");
    assertRefused(search("include \"x.conf\"", "--out", "out"), "'x.conf' is not included");
    assertRefused(App.run(folder, "search", "--out", "out"), "name a file with the settings");
    assertRefused(App.run(folder, "search", "none.conf", "--out", "out"), "none.conf");
  }
}
