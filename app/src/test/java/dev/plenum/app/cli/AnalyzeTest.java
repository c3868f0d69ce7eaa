package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.persistence.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** {@code plenum analyze}, on committees and models as training leaves them. */
@TestInstance(Lifecycle.PER_CLASS)
class AnalyzeTest {
  private static final String NETWORK = """
      {"input_shape": [28, 28, 1], "layers": [
        {"type": "Conv2D", "filters": 4, "kernel_size": [5, 5], "strides": [2, 2], "padding": "valid", "activation": "relu"},
        {"type": "Flatten"},
        {"type": "Dense", "units": 10, "activation": "softmax"}]}
      """;

  private Path folder = Path.of("");

  @BeforeAll
  void train(@TempDir Path dir) throws IOException {
    folder = dir;
    TinyMnist.write(dir.resolve("data"));
    Files.writeString(dir.resolve("small.json"), NETWORK);
    ok(
        "committee --network small.json --members 2 --batch-size 20 --epochs 3 --learning-rate 0.01 --out both"
            + " --dataset mnist --data-dir data");
  }

  private String ok(String command) {
    App.Result result = App.run(folder, command.split(" ", -1));
    assertEquals(0, result.exitCode(), result.err());
    return result.out();
  }

  private String refused(int exitCode, String command) {
    App.Result result = App.run(folder, command.split(" ", -1));
    assertEquals(exitCode, result.exitCode(), result.out());
    return result.err();
  }

  @Test
  void aCommitteeIsAnalysedAndItsTemperatureKept() throws IOException {
    String text = ok("analyze both/committee.plenum --out analysis --keep-temperature kept.plenum");
    assertTrue(text.startsWith("Errors: "), text);
    assertTrue(text.contains("of 60 test images"), text);
    assertTrue(text.contains("fitted on 40 validation images"), text);
    assertTrue(text.contains("The 2 members disagree on "), text);
    assertTrue(text.endsWith("Files: analysis\nFile: kept.plenum\n"), text);
    String page = Files.readString(folder.resolve("analysis/analysis.html"));
    assertTrue(page.contains("<h1>both/committee.plenum on mnist</h1>"), page);
    JsonValue json = JsonValue.read(folder.resolve("analysis/analysis.json"));

    ok("analyze kept.plenum --out again");
    JsonValue again = JsonValue.read(folder.resolve("again/analysis.json"));
    assertEquals(1, again.required("temperature").required("value").doubleValue(), 2e-3);
    assertEquals(
        json.required("calibrationWithTemperature").required("nll").doubleValue(),
        again.required("calibration").required("nll").doubleValue(),
        1e-6);
    assertEquals(
        ok("evaluate both/committee.plenum --data-dir data").lines().toList().subList(1, 20),
        ok("evaluate kept.plenum --data-dir data").lines().toList().subList(1, 20));
    ok("export kept.plenum kept.onnx");
  }

  @Test
  void theTrainingImagesOfAModelAreCheckedByFolds() throws IOException {
    String text = ok("analyze both/members/1/model.plenum --folds 2 --limit 100 --out folds");
    assertTrue(text.contains("Labels of 100 training images that are suspect: "), text);
    JsonValue json = JsonValue.read(folder.resolve("folds/analysis.json"));
    assertEquals(100, json.required("trainingLabels").required("images").longValue());
    assertTrue(json.required("trainingLabels").required("accuracy").doubleValue() > 0.5);
    assertFalse(text.contains("members disagree"), text);
  }

  @Test
  void whatCannotBeIsRefusedAndNothingIsLeft() throws IOException {
    Files.createDirectories(folder.resolve("full/x"));
    refused(2, "analyze both/committee.plenum --out full");
    assertTrue(refused(2, "analyze both/committee.plenum --folds 1 --out never")
        .contains("folds: the number of folds must be from 2"));
    assertFalse(Files.exists(folder.resolve("never")));
    assertTrue(refused(2, "analyze both/committee.plenum --keep-temperature small.json")
        .contains("exists already"));
    assertTrue(refused(2, "analyze nothing.plenum").contains("there is no model file"));
    ok(
        "train --network small.json --epochs 1 --validation 0 --out plain --dataset mnist --data-dir data");
    assertTrue(refused(2, "analyze plain/model.plenum --keep-temperature t.plenum")
        .contains("nothing to fit a temperature on"));
    assertFalse(Files.exists(folder.resolve("t.plenum")));
    String plain = ok("analyze plain/model.plenum");
    assertFalse(plain.contains("temperature"), plain);
  }

  @Test
  void aModelWithoutARecordNeedsADataset() {
    ok("export both/members/1/model.plenum m.keras");
    ok("import m.keras imported.plenum");
    assertTrue(refused(2, "analyze imported.plenum").contains("name a dataset with --dataset"));
    String text = ok("analyze imported.plenum --dataset mnist --data-dir data");
    assertTrue(text.startsWith("Errors: "), text);
    assertTrue(refused(2, "analyze imported.plenum --dataset mnist --data-dir data --folds 2")
        .contains("does not say how it was trained"));
    assertTrue(refused(2, "analyze imported.plenum --dataset digits --folds 0").contains("folds"));
  }
}
