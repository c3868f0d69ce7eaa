package dev.plenum.report.reference;

import dev.plenum.api.data.Splitting;
import dev.plenum.experiment.reference.Published;
import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.experiment.reference.StageResult;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.Data;
import java.util.List;

/**
 * A reproduction as JSON, the file {@code report.json}:
 *
 * <pre>
 * stages[{stage, published{loss,accuracy}, runs[{seed,loss,accuracy,seconds,weightsSha256}],
 *   committee{loss,accuracy,misclassified}}], seconds,
 * provenance{command, plenumVersion, started, backend{name,engine,device,instructionSet,threads},
 *   jvm, os, quick, deviations, seed, seeds, splitSeed, split, dataset{name,sha256,train,validation,test}}
 * </pre>
 *
 * <p>The key {@code committee} is there for the stages that train one, {@code deviations} where the
 * experiment was not the published one.
 */
final class ReportJson {
  private ReportJson() {}

  static JsonObject of(Reproduction reproduction) {
    return JsonObject.empty()
        .with("stages", reproduction.stages().stream().map(ReportJson::stage).toList())
        .with("seconds", reproduction.seconds())
        .with("provenance", provenance(reproduction));
  }

  private static JsonObject stage(StageResult result) {
    Published published = result.stage().published();
    JsonObject stage = JsonObject.empty()
        .with("stage", result.stage().id())
        .with("published", scores(published.loss(), published.accuracy()))
        .with("runs", result.runs().stream().map(ReportJson::run).toList());
    return result
        .committee()
        .map(committee -> stage.with(
            "committee",
            scores(committee.loss(), committee.accuracy())
                .with("misclassified", committee.misclassified())))
        .orElse(stage);
  }

  private static JsonObject run(RunRecord run) {
    return JsonObject.empty()
        .with("seed", run.setup().seed())
        .with("loss", run.outcome().test().loss())
        .with("accuracy", run.outcome().test().accuracy())
        .with("seconds", run.outcome().timing().trainSeconds())
        .with("weightsSha256", run.outcome().weightsSha256());
  }

  private static JsonObject scores(double loss, double accuracy) {
    return JsonObject.empty().with("loss", loss).with("accuracy", accuracy);
  }

  private static JsonObject deviations(List<String> deviations) {
    JsonObject none = JsonObject.empty();
    return deviations.isEmpty() ? none : none.with("deviations", String.join("; ", deviations));
  }

  private static JsonObject split(Splitting splitting) {
    JsonObject none = JsonObject.empty();
    return splitting.isPlain() ? none : none.with("split", JsonObject.of(splitting.describe()));
  }

  private static JsonObject provenance(Reproduction reproduction) {
    return JsonObject.empty()
        .withAll(reproduction.invocation().toJson())
        .withAll(reproduction.platform().toJson())
        .with("quick", reproduction.plan().isQuick())
        .withAll(deviations(reproduction.deviations()))
        .with("seed", reproduction.plan().seed())
        .with("seeds", reproduction.plan().seeds())
        .with("splitSeed", reproduction.plan().splitting().seed().value())
        .withAll(split(reproduction.plan().splitting()))
        .with(
            "dataset",
            new Data(
                    reproduction.data().name(),
                    reproduction.data().sha256(),
                    reproduction.data().train(),
                    reproduction.data().validation(),
                    reproduction.data().test())
                .toJson());
  }
}
