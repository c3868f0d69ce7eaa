package dev.plenum.report.comparison;

import dev.plenum.api.EpochRecord;
import dev.plenum.experiment.comparison.CellFailure;
import dev.plenum.experiment.comparison.CellResult;
import dev.plenum.experiment.comparison.Comparison;
import dev.plenum.experiment.comparison.Duel;
import dev.plenum.experiment.comparison.Group;
import dev.plenum.experiment.comparison.Verdict;
import dev.plenum.persistence.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A comparison as JSON, the file {@code report.json}:
 *
 * <pre>
 * verdict[{headline, detail}],
 * groups[{network, backend, accuracy{mean,sd,low,high}, loss{…}, trainedPerSecond{…},
 *   sameBitsAgain, jarBytes, runs[{seed, loss, accuracy, misclassified, weightsSha256,
 *   firstEpochSeconds, steadyEpochSeconds, trainedPerSecond, latencyP50Seconds, latencyP99Seconds,
 *   inferencePerSecond, startupSeconds, peakMemoryBytes, history[{epoch,…,seconds}]}]}],
 * duels[{network, first, second, mcnemar{onlyFirst,onlySecond,exact,p}, pCorrected,
 *   accuracyDifference{…}, agreement{…}, lossDistance{…}, fair, trainsTimesAsFast{mean,low,high},
 *   seeds[{seed, mcnemar{…}, agreement, lossDistance}]}],
 * missing[{backend, reason}], failures[{backend, network, seed, repeat, reason, lastLines}],
 * provenance{command, plenumVersion, started, epochs, platforms[{backend{name,…}, jvm, os}],
 *   dataset{name,sha256,train,validation,test}}
 * </pre>
 *
 * <p>Where trainings were measured by other metrics, groups have them after the loss, and runs after the
 * accuracy.
 *
 * <p>An interval of 95 % confidence needs two seeds; without, low and high are null.
 */
final class ComparisonJson {
  private final Comparison comparison;

  private ComparisonJson(Comparison comparison) {
    this.comparison = comparison;
  }

  static JsonObject of(Comparison comparison) {
    return new ComparisonJson(comparison).json();
  }

  private JsonObject json() {
    return JsonObject.empty()
        .with(
            "verdict",
            ComparisonFindings.of(comparison).stream()
                .map(finding -> JsonObject.empty()
                    .with("headline", finding.headline())
                    .with("detail", finding.detail()))
                .toList())
        .with("groups", comparison.groups().stream().map(this::group).toList())
        .with("duels", comparison.verdicts().stream().map(ComparisonJson::duel).toList())
        .with(
            "missing",
            comparison.plan().missing().entrySet().stream()
                .map(missing -> JsonObject.empty()
                    .with("backend", missing.getKey())
                    .with("reason", missing.getValue()))
                .toList())
        .with(
            "failures",
            comparison.failures().stream().map(ComparisonJson::failure).toList())
        .with("provenance", provenance());
  }

  private JsonObject group(Group group) {
    JsonObject json = JsonObject.empty()
        .with("network", group.network())
        .with("backend", group.backend())
        .with("accuracy", group.accuracy().toJson())
        .with("loss", group.loss().toJson());
    for (String metric : comparison.otherMetrics()) {
      json = json.with(metric, group.test(metric).toJson());
    }
    json = json.with(
            "trainedPerSecond", group.sample(CellResult::trainedPerSecond).toJson())
        .with("runs", group.results().stream().map(ComparisonJson::run).toList());
    if (group.isRepeatable().isPresent()) {
      json = json.with("sameBitsAgain", group.isRepeatable().get());
    }
    Long bytes = comparison.jarBytes().get(group.backend());
    return bytes == null ? json : json.with("jarBytes", bytes);
  }

  private static JsonObject run(CellResult result) {
    JsonObject json = JsonObject.empty().with("seed", result.cell().seed());
    for (Map.Entry<String, Double> metric :
        result.record().outcome().test().metrics().entrySet()) {
      json = json.with(metric.getKey(), metric.getValue());
    }
    return json.with("misclassified", result.record().outcome().test().misclassified())
        .with("weightsSha256", result.record().outcome().weightsSha256())
        .with("firstEpochSeconds", result.firstEpochSeconds())
        .with("steadyEpochSeconds", result.steadyEpochSeconds())
        .with("trainedPerSecond", result.trainedPerSecond())
        .with("latencyP50Seconds", result.measures().inference().latencyP50())
        .with("latencyP99Seconds", result.measures().inference().latencyP99())
        .with("inferencePerSecond", result.measures().inference().imagesPerSecond())
        .with("startupSeconds", result.measures().startupSeconds())
        .with("peakMemoryBytes", result.measures().peakMemoryBytes())
        .with(
            "history",
            result.record().outcome().history().epochs().stream()
                .map(ComparisonJson::epoch)
                .toList());
  }

  private static JsonObject epoch(EpochRecord epoch) {
    JsonObject json = JsonObject.empty().with("epoch", epoch.epoch() + 1);
    for (Map.Entry<String, Double> metric : epoch.metrics().entrySet()) {
      json = json.with(metric.getKey(), metric.getValue());
    }
    return json.with("seconds", epoch.seconds());
  }

  private static JsonObject duel(Verdict judged) {
    Duel duel = judged.duel();
    var ratio = duel.ratio(CellResult::trainedPerSecond);
    return JsonObject.empty()
        .with("network", duel.network())
        .with("first", duel.first())
        .with("second", duel.second())
        .with("mcnemar", judged.test().toJson())
        .with("pCorrected", judged.pValue())
        .with("accuracyDifference", duel.accuracyDifference().toJson())
        .with("agreement", duel.agreement().toJson())
        .with("lossDistance", duel.lossDistance().toJson())
        .with("fair", duel.isFair())
        .with("trainsTimesAsFast", ratio.toJson())
        .with("seeds", duel.pairs().stream().map(ComparisonJson::pair).toList());
  }

  private static JsonObject pair(Duel.Pair pair) {
    return JsonObject.empty()
        .with("seed", pair.seed())
        .with("mcnemar", pair.test().toJson())
        .with("agreement", pair.agreement())
        .with("lossDistance", pair.lossDistance());
  }

  private static JsonObject failure(CellFailure failure) {
    return JsonObject.empty()
        .with("backend", failure.cell().backend())
        .with("network", failure.cell().network())
        .with("seed", failure.cell().seed())
        .with("repeat", failure.cell().isRepeat())
        .with("reason", failure.reason())
        .with("lastLines", String.join("\n", failure.lastLines()));
  }

  private JsonObject provenance() {
    JsonObject json = comparison
        .invocation()
        .toJson()
        .with("epochs", comparison.plan().epochs())
        .with("platforms", platforms());
    return comparison.results().isEmpty()
        ? json
        : json.with("dataset", comparison.results().get(0).record().data().toJson());
  }

  private List<JsonObject> platforms() {
    Map<String, CellResult> one = new LinkedHashMap<>();
    comparison.results().forEach(result -> one.putIfAbsent(result.cell().backend(), result));
    return one.values().stream()
        .map(result -> result.record().platform().toJson())
        .toList();
  }
}
