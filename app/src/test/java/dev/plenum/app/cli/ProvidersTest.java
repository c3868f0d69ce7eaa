package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.api.callback.CallbackProvider;
import dev.plenum.api.data.TransformProvider;
import dev.plenum.app.App;
import dev.plenum.app.toy.Darkening;
import dev.plenum.app.toy.EpochLimit;
import dev.plenum.app.toy.FirstDigits;
import dev.plenum.app.toy.ToyJars;
import dev.plenum.app.toy.ToyServices;
import dev.plenum.datasets.DatasetProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callbacks, changes of images and datasets that third parties' jars provide. */
class ProvidersTest {
  @TempDir
  Path folder;

  @BeforeEach
  void register() throws IOException {
    ToyServices.register(folder, CallbackProvider.class, List.of(EpochLimit.class));
    ToyServices.register(folder, TransformProvider.class, List.of(Darkening.class));
    ToyServices.register(folder, DatasetProvider.class, List.of(FirstDigits.class));
  }

  private App.Result run(String... arguments) throws Exception {
    return ToyJars.with(folder.resolve("toys"), () -> App.run(folder, arguments));
  }

  private Config record(String out) throws IOException {
    return ConfigFactory.parseString(Files.readString(folder.resolve(out).resolve("run.json")));
  }

  @Test
  void theyAreUsedByNameWithTheirSettingsRecordedAndRepeated() throws Exception {
    App.Result result = run(
        "train",
        "--network=dense",
        "--epochs=5",
        "--dataset=first-digits:images=120",
        "--transform=darken:factor=0.25",
        "--callbacks=epoch-limit:epochs=2",
        "--out=run");
    assertEquals(0, result.exitCode(), result.err());
    Config run = record("run");
    assertEquals("first-digits", run.getString("dataset.name"));
    assertEquals(100, run.getInt("dataset.train"));
    assertEquals(2, run.getConfigList("history").size());
    assertEquals(2, run.getConfigList("callbacks").get(0).getInt("epochs"));
    assertEquals(0.25, run.getDouble("augmentation.factor"));
    App.Result repeated = run("repeat", "run");
    assertEquals(0, repeated.exitCode(), repeated.out() + repeated.err());
  }

  @Test
  void aTransformComesAfterPlenumsOwn() throws Exception {
    App.Result result = run(
        "train",
        "--network=dense",
        "--epochs=1",
        "--limit=100",
        "--rotation=10",
        "--transform=darken",
        "--out=run");
    assertEquals(0, result.exitCode(), result.err());
    List<? extends Config> sequence = record("run").getConfigList("augmentation.transforms");
    assertEquals(2, sequence.size());
    assertEquals("darken", sequence.get(1).getString("name"));
  }

  @Test
  void datasetsListsThem() throws Exception {
    App.Result result = run("datasets");
    assertTrue(result.out().contains("a few digits for tests"), result.out());
  }

  @Test
  void whatIsNotThereIsRefusedWithWhatThereIs() throws Exception {
    String callback = refusal("--callbacks=epoch-limits");
    assertTrue(callback.contains("provides 'epoch-limits'; found: epoch-limit"), callback);
    String transform = refusal("--transform=noise");
    assertTrue(transform.contains("provides 'noise'; found: darken"), transform);
    String dataset = refusal("--dataset=last-digits");
    assertTrue(
        dataset.contains("digits, mnist, fashion-mnist, ") && dataset.contains(", first-digits"),
        dataset);
    String settings = refusal("--dataset=first-digits");
    assertTrue(settings.contains("dataset: first-digits: there must be the setting"), settings);
    String value = refusal("--callbacks=epoch-limit:epochs=many");
    assertTrue(value.contains("callbacks: epoch-limit: "), value);
  }

  private String refusal(String option) throws Exception {
    App.Result result = run("train", "--network=dense", option);
    assertEquals(2, result.exitCode(), result.err());
    return result.err();
  }
}
