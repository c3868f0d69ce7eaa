package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.experiment.TinyMnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that only tell something: summary, backends, datasets. */
class InformationTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource({"simple-conv,'128,924'", "dense,'535,818'", "deep-conv,'887,530'"})
  void theSummaryHasKerassTotals(String network, String parameters) {
    App.Result result = App.run(folder, "summary", "--network", network);
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("Total params: " + parameters + " "), result.out());
    assertTrue(result.out().contains("(None, 10)"), result.out());
  }

  @Test
  void theSummaryOfANetworkFileIsForTheImagesOfTheDataset() throws IOException {
    Files.writeString(
        folder.resolve("small.conf"),
        "layers = [{ type = Flatten }, { type = Dense, units = 10, activation = softmax }]");
    App.Result result =
        App.run(folder, "summary", "--network", "small.conf", "--dataset", "fashion-mnist");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("Total params: 7,850 "), result.out());
  }

  @Test
  void theSummaryOfAFileThatSaysWhichImagesItTakesNeedsNoData() throws IOException {
    Files.writeString(folder.resolve("own.conf"), """
        input_shape = [20, 30, 3]
        layers = [{ type = Flatten }, { type = Dense, units = 4, activation = softmax }]
        """);
    App.Result result = App.run(folder, "summary", "--network", "own.conf");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("Total params: 7,204 "), result.out());
    App.Result unfit = App.run(folder, "summary", "--network=own.conf", "--dataset=mnist");
    assertEquals(2, unfit.exitCode(), unfit.out());
    assertTrue(unfit.err().contains("takes images of shape (20, 30, 3)"), unfit.err());
    App.Result size = App.run(folder, "summary", "--network=own.conf", "--image-size=30x20");
    assertEquals(2, size.exitCode(), size.out());
    assertTrue(size.err().contains("(20, 30, 3)"), size.err());
  }

  @Test
  void theSummaryOfAFileThatLeavesTheImagesOpenIsForTheSizeThatIsGiven() throws IOException {
    Files.writeString(
        folder.resolve("open.conf"),
        "layers = [{ type = Flatten }, { type = Dense, units = 4, activation = softmax }]");
    App.Result usual = App.run(folder, "summary", "--network", "open.conf");
    assertEquals(0, usual.exitCode(), usual.err());
    assertTrue(usual.out().contains("Total params: 3,140 "), usual.out());
    assertTrue(usual.err().contains("has no input_shape"), usual.err());
    App.Result given = App.run(folder, "summary", "--network=open.conf", "--image-size=5x4");
    assertTrue(given.out().contains("Total params: 84 "), given.out());
    assertEquals("", given.err());
    App.Result builtIn = App.run(folder, "summary", "--network=dense", "--image-size=5x4");
    assertTrue(builtIn.out().contains("(None, 20)"), builtIn.out());
  }

  @Test
  void theBackendsAreListedWithWhatTheyRunOn() {
    App.Result result = App.run(folder, "backends");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().startsWith("NAME"), result.out());
    assertTrue(result.out().lines().anyMatch(l -> l.matches("purejava +yes .*")), result.out());
    assertTrue(result.out().contains("purejava: "), result.out());
    assertTrue(result.out().contains("This JVM:"), result.out());
    assertTrue(result.out().contains("Vector API: on"), result.out());
    assertTrue(
        result.out().lines().anyMatch(l -> l.matches("  jars: \\d+, [\\d.]+ MB")), result.out());
  }

  @Test
  void theDatasetsAreListedWithWhereTheyAre() throws IOException {
    TinyMnist.write(folder.resolve("data"));
    App.Result result = App.run(folder, Map.of("PLENUM_DATA_DIR", "data"), "datasets");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(
        result
            .out()
            .lines()
            .anyMatch(line -> line.startsWith("digits") && line.endsWith("needs no files")),
        result.out());
    assertTrue(
        result
            .out()
            .lines()
            .anyMatch(line -> line.startsWith("mnist")
                && line.endsWith(folder.resolve("data/mnist").toString())),
        result.out());
    assertTrue(result.out().contains("plenum datasets fetch fashion-mnist"), result.out());
  }

  @Test
  void fetchingADatasetThatIsThereTellsWhereItIs() throws IOException {
    TinyMnist.write(folder.resolve("data"));
    App.Result result = App.run(folder, "datasets", "fetch", "mnist", "--data-dir", "data");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(folder.resolve("data/mnist").toString(), result.out().strip());
    App.Result digits = App.run(folder, "datasets", "fetch", "digits");
    assertEquals(0, digits.exitCode());
    assertTrue(digits.out().contains("needs no files"), digits.out());
  }
}
