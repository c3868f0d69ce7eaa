package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.experiment.TinyMnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are done again from their records. */
@TestInstance(Lifecycle.PER_CLASS)
class RepeatTest {
  private static final Pattern VERDICT = Pattern.compile(
      "(?:initial weights|batches|history|weights|test result) +(same|DIFFERENT) .*");

  private Path folder = Path.of("");

  @BeforeAll
  void train(@TempDir Path dir) throws IOException {
    folder = dir;
    TinyMnist.write(folder.resolve("data"));
    Files.writeString(
        folder.resolve("tiny.conf"),
        "layers = [{ type = Flatten }, { type = Dense, units = 10, activation = softmax }]");
    ok(
        "train",
        "--dataset=mnist",
        "--data-dir=data",
        "--network=tiny.conf",
        "--epochs=3",
        "--limit=200",
        "--validation=1/4",
        "--optimizer=rmsprop",
        "--learning-rate=0.003",
        "--seed=9",
        "--augment",
        "--reduce-lr",
        "--out=run");
    Files.delete(folder.resolve("tiny.conf"));
  }

  private App.Result ok(String... command) {
    App.Result result = App.run(folder, command);
    assertEquals(0, result.exitCode(), result.err());
    return result;
  }

  /** Repeats a changed record. */
  private App.Result repeatChanged(UnaryOperator<String> change) throws IOException {
    String record = Files.readString(folder.resolve("run/run.json"));
    Files.writeString(folder.resolve("changed.json"), change.apply(record));
    return App.run(folder, "repeat", "changed.json");
  }

  private static List<String> verdicts(App.Result result) {
    return result
        .out()
        .lines()
        .map(VERDICT::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1))
        .toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void theSameBitsComeOutWithTheNetworkOfTheRecordAndLeaveNoFile() throws IOException {
    List<String> before = files();
    App.Result result = App.run(
        folder, Map.of("PLENUM_EPOCHS", "1", "PLENUM_OPTIMIZER", "sgd"), "repeat", "run/run.json");
    assertEquals(0, result.exitCode(), result.out() + result.err());
    assertEquals(List.of("same", "same", "same", "same", "same"), verdicts(result));
    assertTrue(result.out().endsWith("The bits agree." + System.lineSeparator()));
    assertEquals(before, files());
  }

  @Test
  void aFolderAndOtherThreadsAreGood() {
    assertTrue(ok("repeat", "run", "--threads=1", "--kernels=scalar", "--data-dir=data")
        .out()
        .contains("The bits agree."));
  }

  @Test
  void whatDiffersIsToldAndEndsWithCode1() throws IOException {
    App.Result result = repeatChanged(record -> record
        .replace("\"seed\": \"9\"", "\"seed\": \"10\"")
        .replace("\"seed\": 9,", "\"seed\": 10,"));
    assertEquals(1, result.exitCode(), result.err());
    assertEquals(
        List.of("DIFFERENT", "DIFFERENT", "DIFFERENT", "DIFFERENT", "DIFFERENT"), verdicts(result));
    assertTrue(result.out().contains("from epoch 1 on: loss "), result.out());
    assertTrue(result.out().endsWith("The bits differ." + System.lineSeparator()));
  }

  @Test
  void aHistoryThatWasTouchedIsTold() throws IOException {
    App.Result result = repeatChanged(
        record -> record.replaceFirst("\"val_accuracy\": [\\d.]+", "\"val_accuracy\": 0.99"));
    assertEquals(1, result.exitCode());
    assertEquals(List.of("same", "same", "DIFFERENT", "same", "same"), verdicts(result));
    assertTrue(result.out().contains(", was 0.99"), result.out());
  }

  @Test
  void aMemberOfACommitteeAndANetworkOfAStageAreRepeated() {
    ok(
        "committee",
        "--dataset=mnist",
        "--data-dir=data",
        "--network=dense",
        "--epochs=1",
        "--members=2",
        "--out=committee");
    ok("repeat", "committee/members/2");
    ok(
        "reproduce",
        "--quick",
        "--stages=3",
        "--dataset=mnist",
        "--data-dir=data",
        "--out=experiment");
    ok("repeat", "experiment/stages/3/1");
  }

  @Test
  void otherImagesAreRefusedBeforeTraining() throws IOException {
    App.Result result =
        repeatChanged(record -> record.replaceFirst("\"sha256\": \"..", "\"sha256\": \"xx"));
    assertEquals(1, result.exitCode());
    assertTrue(result.err().contains("there were other images"), result.err());
    assertTrue(!result.err().contains("Epoch 1/"), result.err());
  }

  @Test
  void aDamagedOrForeignRecordIsRefused() throws IOException {
    for (String text : List.of("", "{", "[1]", "{\"seed\": 1}", "\0\1")) {
      App.Result result = repeatChanged(record -> text);
      assertEquals(1, result.exitCode(), text);
      assertTrue(result.err().contains("is not the record of a run"), result.err());
    }
    App.Result network = repeatChanged(record -> record.replace("\"Flatten\"", "\"Flat\""));
    assertEquals(1, network.exitCode());
    assertTrue(network.err().contains("layers[0].type"), network.err());
    App.Result value =
        repeatChanged(record -> record.replace("\"epochs\": \"3\"", "\"epochs\": \"x\""));
    assertEquals(2, value.exitCode());
    assertTrue(value.err().contains("epochs must be a whole number"), value.err());
  }
}
