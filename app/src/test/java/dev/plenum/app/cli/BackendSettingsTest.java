package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.app.App;
import dev.plenum.app.toy.PreciseBackend;
import dev.plenum.app.toy.ToyJars;
import dev.plenum.app.toy.ToyServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backend's settings reach it, whatever they are called. */
class BackendSettingsTest {
  @TempDir
  Path folder;

  private App.Result train(String... more) throws Exception {
    List<String> arguments = new ArrayList<>(
        List.of("train", "--network=dense", "--limit=100", "--epochs=1", "--out=run"));
    arguments.addAll(List.of(more));
    Path toys = ToyServices.register(folder, List.of(PreciseBackend.class));
    return ToyJars.with(toys, () -> App.run(folder, arguments.toArray(String[]::new)));
  }

  private Config run() throws IOException {
    return ConfigFactory.parseString(Files.readString(folder.resolve("run/run.json")));
  }

  @Test
  void aSettingThatOnlyTheBackendKnowsReachesItAndIsRecorded() throws Exception {
    App.Result result = train("--backend=precise", "--backend-settings=precision=double");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals("double", run().getString("backend.instructionSet"));
    assertEquals("precision=double", run().getString("configuration.backend-settings"));
  }

  @Test
  void theConfigurationFileHasItToo() throws Exception {
    Files.writeString(
        folder.resolve("plenum.conf"),
        "backend = precise\nbackend-settings = \"precision=double\"\n");
    App.Result result = train();
    assertEquals(0, result.exitCode(), result.err());
    assertEquals("double", run().getString("backend.instructionSet"));
  }

  @Test
  void aRunWithoutItDoesNotMentionIt() throws Exception {
    App.Result result = train("--backend=precise");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals("single", run().getString("backend.instructionSet"));
    assertFalse(run().hasPath("configuration.backend-settings"));
  }

  @Test
  void whatTheBackendDoesNotKnowItRefusesInItsOwnWords() throws Exception {
    App.Result unknown = train("--backend=precise", "--backend-settings=device=1");
    assertEquals(2, unknown.exitCode());
    assertTrue(
        unknown.err().contains("there is no setting 'device'; there is precision"), unknown.err());
    App.Result wrong = train("--backend=precise", "--backend-settings=precision=half");
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("precision must be single or double"), wrong.err());
    App.Result elsewhere = train("--backend-settings=precision=double");
    assertEquals(2, elsewhere.exitCode());
    assertTrue(elsewhere.err().contains("'precision'"), elsewhere.err());
    assertFalse(Files.exists(folder.resolve("run/run.json")));
  }

  @Test
  void whatHasAnOptionOfItsOwnIsSetByThat() throws Exception {
    App.Result threads = train("--backend-settings=threads=2");
    assertEquals(2, threads.exitCode());
    assertTrue(threads.err().contains("threads is set by --threads"), threads.err());
  }

  @Test
  void aComparisonRefusesWhatNoneOfItsBackendsTakes() throws Exception {
    Path toys = ToyServices.register(folder, List.of(PreciseBackend.class));
    App.Result result = ToyJars.with(
        toys,
        () -> App.run(
            folder,
            "compare",
            "--backends=purejava,precise",
            "--limit=100",
            "--backend-settings=precision=half"));
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("precision must be single or double"), result.err());
  }
}
