package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Loss;
import java.util.List;

/** A run's record as JSON; see {@link RunRecord} for the keys. */
final class RunRecordJson {
  static final String LABEL_SMOOTHING = "labelSmoothing";

  private RunRecordJson() {}

  static JsonObject of(RunRecord run) {
    ObjectNode node = Json.object();
    node.setAll(run.invocation().toJson().node());
    node.setAll(run.platform().toJson().node());
    putTraining(node, run.setup());
    node.set("dataset", run.data().toJson().node());
    putAdditions(node, run.setup());
    putOutcome(node, run.outcome());
    return new JsonObject(node);
  }

  private static void putTraining(ObjectNode node, RunRecord.Setup setup) {
    ObjectNode configuration = node.putObject("configuration");
    setup.configuration().forEach(configuration::put);
    node.put("seed", setup.seed());
    node.put("splitSeed", setup.splitSeed());
    setup.split().ifPresent(split -> node.set("split", split.node()));
    node.set("network", NetworkJson.node(setup.network()));
    node.set("optimizer", OptimizerJson.node(setup.optimizer()));
    node.put("loss", Loss.NAME);
    if (setup.loss().labelSmoothing() != 0) {
      node.put(LABEL_SMOOTHING, setup.loss().labelSmoothing());
    }
    node.put("epochs", setup.epochs());
    node.put("batchSize", setup.batchSize());
  }

  private static void putAdditions(ObjectNode node, RunRecord.Setup setup) {
    setup.start().ifPresent(start -> node.set("start", start.node()));
    setup.imageWeights().ifPresent(weights -> node.set("imageWeights", weights.node()));
    node.set("augmentation", setup.augmentation().map(JsonObject::node).orElse(null));
    setup.window().ifPresent(window -> node.set("window", window.node()));
    setup
        .normalisation()
        .ifPresent(normalisation -> node.set("normalization", normalisation.node()));
    ArrayNode callbacks = node.putArray("callbacks");
    setup.callbacks().forEach(callback -> callbacks.add(callback.node()));
    if (!setup.metrics().isEmpty()) {
      ArrayNode metrics = node.putArray("metrics");
      setup.metrics().forEach(metric -> metrics.add(metric.node()));
    }
  }

  private static void putOutcome(ObjectNode node, RunRecord.Outcome outcome) {
    ArrayNode history = node.putArray("history");
    List<String> metrics = HistoryCsv.metrics(outcome.history());
    outcome.history().epochs().forEach(epoch -> putEpoch(history.addObject(), epoch, metrics));
    ObjectNode test = node.putObject("test");
    outcome.test().metrics().forEach((metric, value) -> Json.put(test, metric, value));
    test.put("misclassified", outcome.test().misclassified());
    node.put("initialWeightsSha256", outcome.initialWeightsSha256());
    node.put("weightsSha256", outcome.weightsSha256());
    node.put("batchesSha256", outcome.batchesSha256());
    ObjectNode timing = node.putObject("timing");
    Json.put(timing, "startupSeconds", outcome.timing().startupSeconds());
    Json.put(timing, "trainSeconds", outcome.timing().trainSeconds());
    Json.put(timing, "samplesPerSecond", outcome.timing().samplesPerSecond());
    node.put("peakMemoryBytes", outcome.peakMemoryBytes());
  }

  private static void putEpoch(ObjectNode node, EpochRecord epoch, List<String> metrics) {
    node.put("epoch", epoch.epoch() + 1);
    for (String metric : metrics) {
      Json.put(node, metric, epoch.metrics().getOrDefault(metric, Double.NaN));
    }
    Json.put(node, "seconds", epoch.seconds());
  }
}
