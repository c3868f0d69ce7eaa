package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.app.TinyMnist;
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
