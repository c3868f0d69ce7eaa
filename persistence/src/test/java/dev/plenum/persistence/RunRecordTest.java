package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.EngineInfo;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Evaluation;
import dev.plenum.api.History;
import dev.plenum.api.Loss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunRecordTest {

  private static Map<String, String> configuration() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("epochs", "2");
    settings.put("validation", "1/6");
    return settings;
  }

  private static RunRecord record(Optional<JsonObject> augmentation, double loss) {
    SavedModel tiny = Samples.tiny();
    EpochRecord first = new EpochRecord(
        0,
        Map.of(
            "loss", loss,
            "accuracy", 0.5,
            "val_loss", 0.75,
            "val_accuracy", 0.25,
            "learning_rate", 0.01),
        1.5);
    EpochRecord second =
        new EpochRecord(1, Map.of("loss", 0.25, "accuracy", 1.0, "learning_rate", 0.005), 2);
    return new RunRecord(
        new RunRecord.Invocation(
            "plenum train", "0.1.0", Instant.parse("2026-01-02T03:04:05.678Z")),
        new RunRecord.Platform("fake", new EngineInfo("engine 1", "cpu", "scalar", 2), "jvm", "os"),
        new RunRecord.Setup(
            configuration(),
            7,
            42,
            Optional.empty(),
            tiny.network(),
            tiny.optimizer(),
            Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
            2,
            86,
            Optional.empty(),
            Optional.empty(),
            augmentation,
            Optional.empty(),
            Optional.empty(),
            List.of(JsonObject.empty().with("name", "ReduceLROnPlateau").with("patience", 3)),
            List.of()),
        new RunRecord.Data("digits", "ab12", 5, 1, 2),
        new RunRecord.Outcome(
            new History(List.of(first, second)),
            new RunRecord.TestResult(0.125, 0.5, 1),
            "aa",
            "bb",
            "cc",
            new RunRecord.Timing(0.5, 3.5, Double.POSITIVE_INFINITY),
            1000));
  }

  @Test
  void theKeysAreThoseOfTheCommandLinesDescriptionInTheirOrder(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("run.json");
    record(Optional.of(JsonObject.empty().with("rotation", 10)), 0.5).write(file);
    assertEquals("""
        {
          "command": "plenum train",
          "plenumVersion": "0.1.0",
          "started": "2026-01-02T03:04:05Z",
          "backend": {
            "name": "fake",
            "engine": "engine 1",
            "device": "cpu",
            "instructionSet": "scalar",
            "threads": 2
          },
          "jvm": "jvm",
          "os": "os",
          "configuration": {
            "epochs": "2",
            "validation": "1/6"
          },
          "seed": 7,
          "splitSeed": 42,
          "network": {
            "input_shape": [ 1, 2, 1 ],
            "layers": [ {
              "type": "Flatten"
            }, {
              "type": "Dense",
              "units": 2,
              "activation": "softmax"
            } ]
          },
          "optimizer": {
            "name": "sgd",
            "learning_rate": 0.01,
            "momentum": 0.5,
            "nesterov": false
          },
          "loss": "sparse_categorical_crossentropy",
          "epochs": 2,
          "batchSize": 86,
          "dataset": {
            "name": "digits",
            "sha256": "ab12",
            "train": 5,
            "validation": 1,
            "test": 2
          },
          "augmentation": {
            "rotation": 10
          },
          "callbacks": [ {
            "name": "ReduceLROnPlateau",
            "patience": 3
          } ],
          "history": [ {
            "epoch": 1,
            "loss": 0.5,
            "accuracy": 0.5,
            "val_loss": 0.75,
            "val_accuracy": 0.25,
            "learning_rate": 0.01,
            "seconds": 1.5
          }, {
            "epoch": 2,
            "loss": 0.25,
            "accuracy": 1.0,
            "val_loss": null,
            "val_accuracy": null,
            "learning_rate": 0.005,
            "seconds": 2.0
          } ],
          "test": {
            "loss": 0.125,
            "accuracy": 0.5,
            "misclassified": 1
          },
          "initialWeightsSha256": "aa",
          "weightsSha256": "bb",
          "batchesSha256": "cc",
          "timing": {
            "startupSeconds": 0.5,
            "trainSeconds": 3.5,
            "samplesPerSecond": null
          },
          "peakMemoryBytes": 1000
        }
        """, Files.readString(file));
  }

  @Test
  void whatWasWrittenIsRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("run.json");
    RunRecord written = record(Optional.of(JsonObject.empty().with("rotation", 10)), 0.5);
    written.write(file);
    RunRecord read = RunRecord.read(file);
    assertEquals(written.toJson(), read.toJson());
    assertEquals(written.setup(), read.setup());
    assertEquals(Optional.empty(), read.data().pixelsSha256());
  }

  @Test
  void aMetricThatWasNeverMeasuredIsNotRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("run.json");
    String json = record(Optional.empty(), Double.NaN).toJson().toString();
    Files.writeString(
        file, json.replace("0.75", "null").replace("0.25,\n    \"learn", "null,\n    \"learn"));
    EpochRecord first = RunRecord.read(file).outcome().history().epochs().get(0);
    assertEquals(Double.NaN, first.value("loss"));
    assertEquals(
        List.of("loss", "accuracy", "learning_rate"),
        List.copyOf(first.metrics().keySet()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"seed\": 7|\"seed\": \"7\"|seed: a whole number is needed, found \"7\"",
        "\"device\": \"cpu\",||backend: the key 'device' is missing",
        "2026-01-02|yesterday|started: a time such as",
        "\"sparse_|\"dense_|loss: a loss that this version knows is needed",
        "\"epochs\": 2|\"labelSmoothing\": 1, \"epochs\": 2|the label smoothing must be at least 0",
      })
  void damageIsNamedWithItsPlace(
      String from, @Nullable String to, String problem, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("run.json");
    String json = record(Optional.empty(), 0.5).toJson().toString();
    Files.writeString(file, json.replace(from, to == null ? "" : to));
    IOException e = assertThrows(IOException.class, () -> RunRecord.read(file));
    assertTrue(String.valueOf(e.getMessage()).startsWith(file + ": " + problem), e.getMessage());
    assertTrue(String.valueOf(e.getMessage()).endsWith("This is not the record of a run"));
  }

  @Test
  void noAugmentationAndLossesThatAreNotNumbersAreNull() {
    String json = record(Optional.empty(), Double.NaN).toJson().toString();
    assertTrue(json.contains("\"augmentation\": null,"), json);
    assertTrue(json.contains("\"loss\": null,\n    \"accuracy\": 0.5"), json);
    assertEquals(json, JsonObject.parse(json, "run.json").toString());
  }

  @Test
  void theSmoothingOfLabelsIsWrittenBehindTheLoss(@TempDir Path folder) throws IOException {
    String name = "\"loss\": \"sparse_categorical_crossentropy\",\n";
    String json = record(Optional.empty(), 0.5)
        .toJson()
        .toString()
        .replace(name, name + "  \"labelSmoothing\": 0.1,\n");
    RunRecord read = RunRecord.read(Files.writeString(folder.resolve("run.json"), json));
    assertEquals(new Loss(0.1), read.setup().loss());
    assertEquals(json, read.toJson().toString());
  }

  private static RunRecord withOtherMetrics() {
    RunRecord plain = record(Optional.empty(), 0.5);
    RunRecord.Setup setup = plain.setup();
    RunRecord.Outcome outcome = plain.outcome();
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("loss", 0.5);
    metrics.put("val_macro_f1", 0.125);
    metrics.put("val_accuracy", 0.25);
    metrics.put("val_error_rate", 0.75);
    Map<String, Double> others = new LinkedHashMap<>();
    others.put("macro_f1", Double.NaN);
    others.put("error_rate", 0.5);
    return new RunRecord(
        plain.invocation(),
        plain.platform(),
        new RunRecord.Setup(
            setup.configuration(),
            setup.seed(),
            setup.splitSeed(),
            setup.split(),
            setup.network(),
            setup.optimizer(),
            setup.loss(),
            setup.epochs(),
            setup.batchSize(),
            setup.start(),
            setup.imageWeights(),
            setup.augmentation(),
            setup.window(),
            setup.normalisation(),
            setup.callbacks(),
            List.of(JsonObject.empty().with("name", "MacroF1"))),
        plain.data(),
        new RunRecord.Outcome(
            new History(List.of(new EpochRecord(0, metrics, 1.5))),
            new RunRecord.TestResult(0.125, 0.5, others, 1),
            outcome.initialWeightsSha256(),
            outcome.weightsSha256(),
            outcome.batchesSha256(),
            outcome.timing(),
            outcome.peakMemoryBytes()));
  }

  @Test
  void otherMetricsAreDescribedAndStandInTheOrderOfFiles(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("run.json");
    withOtherMetrics().write(file);
    String json = Files.readString(file);
    assertTrue(json.contains("""
          "metrics": [ {
            "name": "MacroF1"
          } ],
          "history": [ {
            "epoch": 1,
            "loss": 0.5,
            "accuracy": null,
            "val_loss": null,
            "val_accuracy": 0.25,
            "val_macro_f1": 0.125,
            "val_error_rate": 0.75,
            "learning_rate": null,
            "seconds": 1.5
          } ],
          "test": {
            "loss": 0.125,
            "accuracy": 0.5,
            "macro_f1": null,
            "error_rate": 0.5,
            "misclassified": 1
          },
        """), json);
  }

  @Test
  void otherMetricsAreReadAgain(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("run.json");
    RunRecord record = withOtherMetrics();
    record.write(file);
    RunRecord read = RunRecord.read(file);
    assertEquals(record.setup().metrics(), read.setup().metrics());
    assertEquals(record.outcome().test(), read.outcome().test());
    assertEquals(record.toJson(), read.toJson());
  }

  /** A later version may say more of a test than numbers. */
  @Test
  void whatIsNoNumberIsNoMetric(@TempDir Path folder) throws IOException {
    String json = record(Optional.empty(), 0.5).toJson().toString();
    Path file = Files.writeString(
        folder.resolve("run.json"),
        json.replace("\"misclassified\": 1", "\"misclassified\": 1, \"images\": [ 3 ]"));
    assertEquals(
        new RunRecord.TestResult(0.125, 0.5, 1), RunRecord.read(file).outcome().test());
  }

  @Test
  void aTestResultHasEveryMetricByItsName() {
    Evaluation evaluation =
        new Evaluation(0.5, new int[] {0, 1}, new int[] {0, 0}, Map.of("error_rate", 0.5));
    RunRecord.TestResult result = RunRecord.TestResult.of(evaluation);
    assertEquals(
        List.of("loss", "accuracy", "error_rate"), List.copyOf(result.metrics().keySet()));
    assertEquals(OptionalDouble.of(0.5), result.value("error_rate"));
    assertEquals(OptionalDouble.empty(), result.value("macro_f1"));
  }

  @Test
  void aTestResultCountsTheMisclassifiedImages() {
    Evaluation evaluation = new Evaluation(0.5, new int[] {0, 1, 1, 0}, new int[] {0, 1, 0, 0});
    assertEquals(new RunRecord.TestResult(0.5, 0.75, 1), RunRecord.TestResult.of(evaluation));
  }

  @Test
  void thePlatformIsThisProcess() {
    RunRecord.Platform platform = RunRecord.Platform.of(new FakeBackend());
    assertEquals("fake", platform.backend());
    assertEquals("fake engine", platform.engine().engine());
    assertTrue(platform.jvm().contains(System.getProperty("java.vm.version")), platform.jvm());
    assertTrue(platform.os().contains(System.getProperty("os.arch")), platform.os());
  }
}
