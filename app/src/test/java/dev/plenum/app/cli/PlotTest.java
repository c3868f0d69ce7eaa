package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.History;
import dev.plenum.app.App;
import dev.plenum.experiment.Records;
import dev.plenum.persistence.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotTest {
  @TempDir
  Path folder;

  /** A record with so many epochs, of which one has a value of its own. */
  private void record(String name, int epochs, double test) throws IOException {
    String history = IntStream.rangeClosed(1, epochs)
        .mapToObj(epoch -> String.format(
            Locale.ROOT,
            "{\"epoch\":%d,\"loss\":%.3f,\"accuracy\":%.3f,\"val_accuracy\":%.3f,\"val_loss\":null,"
                + "\"recall\":0.5,\"learning_rate\":%s,\"seconds\":1.5}",
            epoch,
            1.0 / epoch,
            1 - 0.5 / epoch,
            1 - 0.6 / epoch,
            epoch > 2 ? "5.0E-4" : "0.001"))
        .collect(Collectors.joining(","));
    RunRecord.Data data = new RunRecord.Data("digits", Records.SHA256, 100, 20, 12);
    RunRecord.TestResult result = new RunRecord.TestResult(0.25, test, 3);
    String json =
        Records.of("purejava", 1, data, result, History.empty(), 3).toJson().toString();
    write(name + "/run.json", json.replace("\"history\": []", "\"history\": [" + history + "]"));
  }

  private void write(String file, String content) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private String drawn(String... more) throws IOException {
    String[] args =
        Stream.concat(Stream.of("plot", "--out", "p.svg"), Stream.of(more)).toArray(String[]::new);
    App.Result result = App.run(folder, args);
    assertEquals(0, result.exitCode(), result.err());
    assertEquals("File: p.svg\n", result.out());
    return Files.readString(folder.resolve("p.svg"));
  }

  @Test
  void severalTrainingsAreDrawnInOnePicture() throws IOException {
    record("runs/dense", 3, 0.9806);
    record("runs/conv", 5, 0.9907);
    String svg = drawn("runs/dense", "runs/conv");
    for (String words : List.of(
        ">dense, test 0.9806<",
        ">conv, test 0.9907<",
        ">training<",
        ">validation<",
        ">test<",
        ">learning rate halved<",
        ">accuracy<")) {
      assertTrue(svg.contains(words), words);
    }
  }

  @Test
  void withoutANameThePictureIsCalledAsItsMetric() throws IOException {
    record("a", 3, 0.9);
    App.Result result = App.run(folder, "plot", "a", "--metric=loss");
    assertEquals("File: loss.png\n", result.out(), result.err());
    assertTrue(ImageIO.read(folder.resolve("loss.png").toFile()).getWidth() > 500);
  }

  @Test
  void anyMetricThatWasMeasuredCanBeDrawn() throws IOException {
    record("a", 3, 0.9);
    String svg = drawn("a", "--metric=recall");
    assertTrue(svg.contains(">recall<"), svg);
    assertFalse(svg.contains(">test"), "there is no test of it");
  }

  @Test
  void aFolderStandsForTheTrainingsInItInTheOrderOfTheirNumbers() throws IOException {
    for (int member : new int[] {10, 2, 1}) {
      record("committee/members/" + member, 2, 0.9 + 0.001 * member);
    }
    String svg = drawn("committee");
    List<Integer> places = Stream.of(">1, test 0.9010<", ">2, test 0.9020<", ">10, test 0.9100<")
        .map(svg::indexOf)
        .toList();
    assertTrue(places.get(0) > 0, svg);
    assertEquals(places.stream().sorted().toList(), places);
  }

  @Test
  void aTrainingsFilesCanBeNamedToo() throws IOException {
    record("a", 3, 0.9);
    write("b/history.csv", "epoch,accuracy,seconds\n1,0.5,1\n2,0.6,1\n");
    String svg = drawn("a/run.json", "b/history.csv", "b");
    assertTrue(svg.contains(">a/run.json, test 0.9000<"), svg);
    assertTrue(svg.contains(">b/history.csv<"), svg);
    assertTrue(svg.contains(">b<"), svg);
  }

  @Test
  void namesAreWhatTellsThePathsApart() throws IOException {
    record("x/stages/1/1", 2, 0.9);
    record("y/stages/1/1", 2, 0.9);
    String svg = drawn("x", "y/stages");
    assertTrue(svg.contains(">x/stages/1/1, test 0.9000<"), svg);
    assertTrue(svg.contains(">y/stages/1/1, test 0.9000<"), svg);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plot|Missing required parameter: 'RUN'",
        "plot good no|there is no run",
        "plot good empty|empty is no run, and there is none in it",
        "plot good --metric precision|'good' has no metric 'precision'; it has loss, accuracy,",
        "plot good new|'new' has no finished epoch yet",
        "plot many|a picture shows 12 trainings at most, which is what can be told apart; these are 13",
        "plot good --out precious.png|precious.png exists already; name a new file",
        "plot good --out a.pdf|must end in .png or .svg",
        "plot good --out no/a.png|there is no folder no",
      })
  void whatCannotBeDrawnIsRefusedByNameBeforeAnythingIsWritten(String commandLine, String message)
      throws IOException {
    record("good", 2, 0.9);
    Files.createDirectories(folder.resolve("empty/inner"));
    write("new/history.csv", "epoch,loss,seconds\n");
    for (int i = 0; i < 13; i++) {
      record("many/" + i, 1, 0.9);
    }
    write("precious.png", "mine");
    App.Result result = App.run(folder, commandLine.split(" "));
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(result.err().contains(message), result.err());
    assertEquals("mine", Files.readString(folder.resolve("precious.png")));
    assertFalse(Files.exists(folder.resolve("accuracy.png")));
  }

  @Test
  void aDamagedRecordIsNamed() throws IOException {
    write("a/run.json", "{\"history\": 3}");
    write("b/history.csv", "time,money\n");
    for (String name : List.of("a", "b")) {
      App.Result result = App.run(folder, "plot", name);
      assertEquals(1, result.exitCode(), result.err());
      assertTrue(
          result.err().contains(name.equals("a") ? "run.json" : "history.csv"), result.err());
      assertFalse(result.err().contains("\tat "), result.err());
    }
  }

  @Test
  void aRecordIsDataAndHasNoOtherFileRead() throws IOException {
    record("run", 2, 0.9);
    write("secret.json", "history = [{ epoch = 1, accuracy = 0.5, seconds = 1 }]");
    write("evil/run.json", "include file(\"" + folder.resolve("secret.json") + "\")");
    write("deep/run.json", "[".repeat(100_000));
    for (String name : List.of("evil", "deep")) {
      App.Result result = App.run(folder, "plot", name, "--out", "x.png");
      assertEquals(1, result.exitCode(), result.out());
      assertTrue(result.err().contains(name + "/run.json: not valid JSON"), result.err());
      assertTrue(result.err().contains("This is not the record of a run"), result.err());
    }
  }
}
