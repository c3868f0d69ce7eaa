package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which backend computes is one word of the configuration. */
class BackendSwapTest {
  @TempDir
  Path folder;

  private Config train(String backend) throws IOException {
    App.assumeBackend(backend);
    App.Result result = App.run(
        folder,
        "train",
        "--backend=" + backend,
        "--limit=1200",
        "--epochs=2",
        "--seed=7",
        "--out=" + backend);
    assertEquals(0, result.exitCode(), result.err());
    return ConfigFactory.parseString(Files.readString(folder.resolve(backend).resolve("run.json")));
  }

  private static double lastLoss(Config run) {
    return run.getConfigList("history").get(1).getDouble("loss");
  }

  private String testLine(String backend, String model) {
    App.Result result = App.run(folder, "evaluate", model, "--backend=" + backend);
    assertEquals(0, result.exitCode(), result.err());
    return result.out().lines().findFirst().orElseThrow();
  }

  @Test
  void bothBackendsTrainAlikeFromTheSameWeightsAndReadEachOthersModels() throws IOException {
    Config here = train("purejava");
    Config there = train("dl4j");
    assertEquals("dl4j", there.getString("backend.name"));
    assertEquals(here.getString("initialWeightsSha256"), there.getString("initialWeightsSha256"));
    assertNotEquals(here.getString("weightsSha256"), there.getString("weightsSha256"));
    assertEquals(lastLoss(here), lastLoss(there), 0.01);
    for (String model : new String[] {"purejava/model.plenum", "dl4j/model.plenum"}) {
      assertEquals(testLine("purejava", model), testLine("dl4j", model));
    }
  }

  @Test
  void withoutDeeplearning4jTheRestWorksAndBackendsTellsHowToAddIt() throws IOException {
    Pattern dl4j = Pattern.compile("backend-dl4j|nd4j|bytedeco|openblas");
    App.Result backends = ChildJvm.runWithout(dl4j, folder, "backends");
    assertEquals(0, backends.exitCode(), backends.err());
    assertTrue(backends.out().contains("dev.plenum:plenum-backend-dl4j"), backends.out());
    App.Result training =
        ChildJvm.runWithout(dl4j, folder, "train", "--limit=100", "--epochs=1", "--network=dense");
    assertEquals(0, training.exitCode(), training.err());
    App.Result missing = ChildJvm.runWithout(dl4j, folder, "train", "--backend=dl4j");
    assertEquals(2, missing.exitCode());
    assertTrue(missing.err().contains("purejava"), missing.err());
  }
}
