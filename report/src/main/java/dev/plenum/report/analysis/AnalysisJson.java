package dev.plenum.report.analysis;

import dev.plenum.experiment.analysis.Analysis;
import dev.plenum.experiment.analysis.Calibration;
import dev.plenum.experiment.analysis.Calibration.Bin;
import dev.plenum.experiment.analysis.ConfidentLearning;
import dev.plenum.experiment.analysis.Disagreement;
import dev.plenum.experiment.analysis.Disagreement.Disputed;
import dev.plenum.experiment.analysis.ExplainedMistake;
import dev.plenum.experiment.analysis.Mistake;
import dev.plenum.experiment.analysis.NearestImages.Neighbour;
import dev.plenum.experiment.analysis.Suspect;
import dev.plenum.experiment.analysis.Temperature;
import dev.plenum.experiment.analysis.TrainingLabels;
import dev.plenum.persistence.JsonObject;
import java.util.List;

/** All figures of an analysis, for other programs. Images are numbered from 0, classes named. */
final class AnalysisJson {
  private final Analysis analysis;
  private final List<String> classNames;

  private AnalysisJson(Analysis analysis) {
    this.analysis = analysis;
    this.classNames = analysis.outputs().classNames();
  }

  static JsonObject of(String model, Analysis analysis) {
    return new AnalysisJson(analysis).json(model);
  }

  private JsonObject json(String model) {
    JsonObject json = JsonObject.empty()
        .with("model", model)
        .with("dataset", analysis.images().name())
        .with("images", analysis.outputs().size())
        .with("accuracy", analysis.outputs().accuracy())
        .withTexts("classes", classNames)
        .with("calibration", calibration(analysis.calibration()));
    if (analysis.temperature().isPresent() && analysis.calibrated().isPresent()) {
      json = json.with("temperature", temperature(analysis.temperature().get()))
          .with("calibrationWithTemperature", calibration(analysis.calibrated().get()));
    }
    json = json.with("labels", labels(analysis.labels()));
    if (analysis.training().isPresent()) {
      json = json.with("trainingLabels", training(analysis.training().get()));
    }
    json = json.with("errors", analysis.mistakes().stream().map(this::mistake).toList())
        .with("explained", analysis.explained().stream().map(this::explained).toList());
    return analysis.disagreement().isPresent()
        ? json.with("disagreement", disagreement(analysis.disagreement().get()))
        : json;
  }

  private static JsonObject calibration(Calibration found) {
    return JsonObject.empty()
        .with("ece", found.expectedError())
        .with("mce", found.maximumError())
        .with("adaptiveEce", found.adaptiveError())
        .with("brier", found.brier())
        .with("nll", found.logLoss())
        .with("equalWidth", bins(found.equalWidth()))
        .with("equalCount", bins(found.equalCount()));
  }

  private static List<JsonObject> bins(List<Bin> bins) {
    return bins.stream()
        .map(bin -> JsonObject.empty()
            .with("images", bin.images())
            .with("confidence", bin.confidence())
            .with("accuracy", bin.accuracy()))
        .toList();
  }

  private static JsonObject temperature(Temperature fitted) {
    return JsonObject.empty()
        .with("value", fitted.value())
        .with("images", fitted.images())
        .with("before", calibration(fitted.before()))
        .with("after", calibration(fitted.after()));
  }

  private JsonObject labels(ConfidentLearning found) {
    return JsonObject.empty()
        .with("estimatedErrors", found.estimatedErrors())
        .withNumbers("thresholds", found.thresholds())
        .with(
            "joint",
            found.joint().stream()
                .map(row -> JsonObject.empty()
                    .withNumbers(
                        "seen", row.stream().map(count -> (double) count).toList()))
                .toList())
        .with("suspects", found.suspects().stream().map(this::suspect).toList());
  }

  private JsonObject suspect(Suspect one) {
    return JsonObject.empty()
        .with("image", one.image())
        .with("label", classNames.get(one.given()))
        .with("suggested", classNames.get(one.suggested()))
        .with("labelProbability", one.givenProbability())
        .with("suggestedProbability", one.suggestedProbability())
        .with("margin", one.margin())
        .with("confident", one.isConfident());
  }

  private JsonObject training(TrainingLabels found) {
    return labels(found.labels())
        .with("images", found.images().size())
        .with("folds", found.folds())
        .with("accuracy", found.accuracy());
  }

  private JsonObject mistake(Mistake one) {
    return JsonObject.empty()
        .with("image", one.image())
        .with("label", classNames.get(one.label()))
        .with("prediction", classNames.get(one.prediction()))
        .with("confidence", one.confidence())
        .with("labelProbability", one.givenProbability());
  }

  private JsonObject explained(ExplainedMistake one) {
    return JsonObject.empty()
        .with("image", one.mistake().image())
        .with("nearest", one.nearest().stream().map(this::neighbour).toList());
  }

  private JsonObject neighbour(Neighbour near) {
    return JsonObject.empty()
        .with("trainingImage", near.image())
        .with("label", classNames.get(near.label()))
        .with("cosine", near.cosine());
  }

  private JsonObject disagreement(Disagreement found) {
    return JsonObject.empty()
        .with(
            "pairs",
            found.pairs().stream()
                .map(row -> JsonObject.empty().withNumbers("differ", row))
                .toList())
        .with("disputed", found.disputed().stream().map(this::disputed).toList());
  }

  private JsonObject disputed(Disputed one) {
    return JsonObject.empty()
        .with("image", one.image())
        .with("label", classNames.get(one.label()))
        .with("prediction", classNames.get(one.prediction()))
        .withTexts("votes", one.votes().stream().map(classNames::get).toList())
        .with("share", one.share())
        .with("information", one.information());
  }
}
