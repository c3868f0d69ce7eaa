package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.persistence.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ablations on some of the embedded digits. */
class AblateTest {
  @TempDir
  Path folder;

  @BeforeEach
  void writeChanges() throws IOException {
    write("base.conf", "network = dense\nepochs = 2\nlimit = 200\n");
    write("slow.conf", "learning-rate = 1e-7");
    write("schedule.conf", "schedule = cosine");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private App.Result ablate(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("ablate", "--config", "base.conf", "--folds", "2", "--out", "out"));
    arguments.addAll(List.of(more));
    return App.run(folder, arguments.toArray(String[]::new));
  }

  @Test
  void eachChangeIsJudgedByImagesLeftOutOfTheTraining() throws IOException {
    App.Result result = ablate("slow.conf", "schedule.conf");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("- slow harms: "), result.out());
    assertTrue(result.out().contains("| base | 2 |"), result.out());
    JsonValue report = JsonValue.read(folder.resolve("out/report.json"));
    assertEquals(6, report.required("trainings").elements().size());
    JsonValue slow = report.required("effects").elements().get(0);
    assertEquals("slow", slow.required("recipe").text());
    assertTrue(slow.required("decided").booleanValue());
    assertEquals(
        "1e-7",
        report.required("recipes").required("slow").required("learning-rate").text());
    assertTrue(Files.readString(folder.resolve("out/report.html")).contains("<svg "));
    assertTrue(result.out().contains(Files.readString(folder.resolve("out/report.md"))));

    assertTrue(
        Files.getLastModifiedTime(folder.resolve("out/recipes.json"))
                .compareTo(Files.getLastModifiedTime(folder.resolve("out/inputs.json")))
            < 0,
        "an ablation that is killed while it reads its images can be resumed");

    Files.delete(folder.resolve("slow.conf"));
    Files.delete(folder.resolve("out/report.html"));
    deleteTraining("out/trainings/slow/fold-2-seed-1");
    Files.writeString(folder.resolve("plenum.conf"), "folds = 3");
    App.Result resumed = App.run(folder, "ablate", "--resume", "out");
    assertEquals(0, resumed.exitCode(), resumed.err());
    JsonValue again = JsonValue.read(folder.resolve("out/report.json"));
    assertEquals(withoutSeconds(report), withoutSeconds(again));
  }

  private void deleteTraining(String training) throws IOException {
    try (var files = Files.list(folder.resolve(training))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static String withoutSeconds(JsonValue report) {
    return report.required("trainings").toString().replaceAll("\"seconds\":[^,}]*", "");
  }

  private void assertRefused(String what, String... changes) {
    App.Result result = ablate(changes);
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(result.err().contains(what), result.err());
    assertFalse(Files.exists(folder.resolve("out")), "nothing is left of it");
  }

  @Test
  void whatCannotBeComparedIsRefusedBeforeAnythingIsTrained() throws IOException {
    write("fewer.conf", "limit = 100");
    assertRefused("'limit' is no setting that trials can have of their own", "fewer.conf");
    write("typo.conf", "learning-rat = 1");
    assertRefused("typo.conf:1: unknown key 'learning-rat'", "typo.conf");
    assertRefused("there must be a recipe to compare with the base");
    assertRefused("two recipes are called like", "slow.conf", "./slow.conf");
    assertRefused("missing.conf cannot be read", "missing.conf");
  }
}
