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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which images are set aside, from the option to the record and back. */
class SplitTest {
  @TempDir
  Path folder;

  @BeforeEach
  void writeData() throws IOException {
    TinyMnist.write(folder.resolve("data"));
  }

  private Config train(String out, String... options) throws IOException {
    App.Result result = App.run(
        folder,
        Stream.concat(
                Stream.of(
                    "train", "--dataset=mnist", "--data-dir=data", "--network=dense", "--epochs=1"),
                Stream.concat(Stream.of("--out=" + out), Stream.of(options)))
            .toArray(String[]::new));
    assertEquals(0, result.exitCode(), result.err());
    return ConfigFactory.parseString(Files.readString(folder.resolve(out).resolve("run.json")));
  }

  @Test
  void theSplitIsRecordedAndRepeated() throws IOException {
    Config run = train("run", "--split=sklearn:7", "--stratify", "--validation=0.25");

    assertEquals("sklearn", run.getString("split.name"));
    assertEquals(7, run.getInt("split.seed"));
    assertTrue(run.getBoolean("split.stratified"));
    assertEquals(7, run.getInt("splitSeed"));
    assertEquals(60, run.getInt("dataset.validation"));
    App.Result repeated = App.run(folder, "repeat", "run");
    assertEquals(0, repeated.exitCode(), repeated.out() + repeated.err());
    assertTrue(repeated.out().contains("The bits agree."), repeated.out());
  }

  @Test
  void everySplitTrainsOtherWeightsAndThePlainOneIsNotNamed() throws IOException {
    Config plain = train("plain");
    Config stratified = train("stratified", "--stratify");
    Config sklearn = train("sklearn", "--split=sklearn:42");

    assertFalse(plain.hasPath("split"));
    assertEquals("random", stratified.getString("split.name"));
    long different = Stream.of(plain, stratified, sklearn)
        .map(run -> run.getString("weightsSha256"))
        .distinct()
        .count();
    assertEquals(3, different);
  }

  @Test
  void aRunIsNotResumedWithAnotherSplit() throws IOException {
    train("run", "--split=sklearn:7");

    App.Result resumed = App.run(folder, "train", "--resume=run", "--split=sklearn:8");

    assertEquals(2, resumed.exitCode());
    assertTrue(resumed.err().contains("the run was started with 'sklearn:7'"), resumed.err());
  }

  @Test
  void anotherTextIsRefusedWithWhatIsExpected() {
    App.Result result = App.run(folder, "train", "--split=numpy:1");

    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("sklearn:42"), result.err());
  }
}
