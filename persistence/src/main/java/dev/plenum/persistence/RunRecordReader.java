package dev.plenum.persistence;

import dev.plenum.api.EngineInfo;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import dev.plenum.api.Loss;
import dev.plenum.api.metric.MetricNames;
import dev.plenum.persistence.RunRecord.Data;
import dev.plenum.persistence.RunRecord.Invocation;
import dev.plenum.persistence.RunRecord.Outcome;
import dev.plenum.persistence.RunRecord.Platform;
import dev.plenum.persistence.RunRecord.Setup;
import dev.plenum.persistence.RunRecord.TestResult;
import dev.plenum.persistence.RunRecord.Timing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a run's record. Keys that it does not know are left out, so that a record of a later version
 * can be read.
 */
final class RunRecordReader {
  private static final String EPOCH = "epoch";
  private static final String SECONDS = "seconds";
  private static final String MISCLASSIFIED = "misclassified";
  private static final Set<String> NOT_OTHERS =
      Set.of(MetricNames.LOSS, MetricNames.ACCURACY, MISCLASSIFIED);

  private RunRecordReader() {}

  static RunRecord read(Path file) throws IOException {
    try {
      return record(JsonValue.read(file));
    } catch (InvalidJsonException e) {
      throw new IOException(e.getMessage() + ". This is not the record of a run", e);
    }
  }

  /** Empty if it is something else. */
  static Optional<RunRecord> find(JsonValue value) {
    try {
      return Optional.of(record(value));
    } catch (InvalidJsonException e) {
      return Optional.empty();
    }
  }

  private static RunRecord record(JsonValue run) {
    return new RunRecord(
        invocation(run), platform(run), setup(run), data(run.required("dataset")), outcome(run));
  }

  private static Invocation invocation(JsonValue run) {
    return new Invocation(
        run.required("command").text(),
        run.required("plenumVersion").text(),
        instant(run.required("started")),
        run.optional("host").map(JsonValue::text));
  }

  private static Instant instant(JsonValue value) {
    try {
      return Instant.parse(value.text());
    } catch (DateTimeParseException e) {
      throw value.expected("a time such as 2026-01-02T03:04:05Z");
    }
  }

  private static Platform platform(JsonValue run) {
    JsonValue backend = run.required("backend");
    EngineInfo engine = new EngineInfo(
        backend.required("engine").text(),
        backend.required("device").text(),
        backend.required("instructionSet").text(),
        backend.required("threads").intValue());
    return new Platform(
        backend.required("name").text(),
        engine,
        run.required("jvm").text(),
        run.required("os").text());
  }

  private static Setup setup(JsonValue run) {
    return new Setup(
        texts(run.required("configuration")),
        run.required("seed").longValue(),
        run.required("splitSeed").longValue(),
        run.optional("split").map(JsonObject::of),
        NetworkJson.read(run.required("network")),
        OptimizerJson.read(run.required("optimizer")),
        loss(run),
        run.required("epochs").intValue(),
        run.required("batchSize").intValue(),
        run.optional("start").map(JsonObject::of),
        run.optional("imageWeights").map(JsonObject::of),
        run.optional("augmentation").filter(value -> !value.isNull()).map(JsonObject::of),
        run.optional("window").map(JsonObject::of),
        run.optional("normalization").map(JsonObject::of),
        objects(run.required("callbacks")),
        run.optional("metrics").map(RunRecordReader::objects).orElse(List.of()));
  }

  private static List<JsonObject> objects(JsonValue list) {
    return list.elements().stream().map(JsonObject::of).toList();
  }

  private static Map<String, String> texts(JsonValue object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.keys().forEach(key -> texts.put(key, object.required(key).text()));
    return texts;
  }

  private static Loss loss(JsonValue run) {
    JsonValue name = run.required("loss");
    if (!name.text().equals(Loss.NAME)) {
      throw name.expected("a loss that this version knows");
    }
    return run.make(() -> new Loss(run.number(RunRecordJson.LABEL_SMOOTHING, 0)));
  }

  private static Data data(JsonValue dataset) {
    return new Data(
        dataset.required("name").text(),
        dataset.required("sha256").text(),
        dataset.optional("pixelsSha256").map(JsonValue::text),
        dataset.required("train").intValue(),
        dataset.required("validation").intValue(),
        dataset.optional("ownValidation").map(JsonValue::booleanValue).orElse(false),
        dataset.required("test").intValue());
  }

  private static Outcome outcome(JsonValue run) {
    JsonValue timing = run.required("timing");
    return new Outcome(
        history(run.required("history").elements()),
        test(run.required("test")),
        run.required("initialWeightsSha256").text(),
        run.required("weightsSha256").text(),
        run.required("batchesSha256").text(),
        new Timing(
            number(timing.required("startupSeconds")),
            number(timing.required("trainSeconds")),
            number(timing.required("samplesPerSecond"))),
        run.required("peakMemoryBytes").longValue());
  }

  /** What is neither a number nor null is no metric. */
  private static TestResult test(JsonValue test) {
    double loss = number(test.required(MetricNames.LOSS));
    double accuracy = number(test.required(MetricNames.ACCURACY));
    Map<String, Double> others = new LinkedHashMap<>();
    for (String key : test.keys()) {
      JsonValue value = test.required(key);
      if (!NOT_OTHERS.contains(key) && (value.isNull() || value.node().isNumber())) {
        others.put(key, number(value));
      }
    }
    return new TestResult(loss, accuracy, others, test.required(MISCLASSIFIED).intValue());
  }

  /** A metric that is null in every epoch was not measured. */
  private static History history(List<JsonValue> epochs) {
    Set<String> measured = epochs.stream()
        .flatMap(
            epoch -> epoch.keys().stream().filter(key -> !epoch.required(key).isNull()))
        .collect(Collectors.toSet());
    return new History(epochs.stream().map(epoch -> epoch(epoch, measured)).toList());
  }

  private static EpochRecord epoch(JsonValue epoch, Set<String> measured) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (String key : epoch.keys()) {
      if (measured.contains(key) && !key.equals(EPOCH) && !key.equals(SECONDS)) {
        metrics.put(key, number(epoch.required(key)));
      }
    }
    return new EpochRecord(
        epoch.required(EPOCH).intValue() - 1, metrics, number(epoch.required(SECONDS)));
  }

  /** Null stands for NaN and the infinities. */
  private static double number(JsonValue value) {
    return value.isNull() ? Double.NaN : value.doubleValue();
  }
}
