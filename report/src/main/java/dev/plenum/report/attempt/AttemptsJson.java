package dev.plenum.report.attempt;

import dev.plenum.experiment.attempt.Attempt;
import dev.plenum.experiment.attempt.Attempts;
import dev.plenum.persistence.JsonObject;
import java.io.File;
import java.nio.file.Path;

/**
 * The runs of a recipe as JSON, the file {@code report.json}:
 *
 * <pre>
 * command, plenumVersion, started, recipe, target, changes{…}, backend{…}, jvm, os, dataset{…},
 * accuracy{mean, sd, low, high}, reached (if nothing was changed), seconds{…} (of runs that were not resumed),
 * runs[{seed, folder, accuracy, loss, misclassified, members{mean, sd, low, high}, seconds, weightsSha256[…]}]
 * </pre>
 */
final class AttemptsJson {
  private AttemptsJson() {}

  static JsonObject of(Attempts attempts, Path folder) {
    JsonObject json = attempts
        .invocation()
        .toJson()
        .with("recipe", attempts.recipe())
        .with("target", attempts.target())
        .with("changes", JsonObject.of(attempts.changes()))
        .withAll(attempts.platform().toJson())
        .with("dataset", attempts.data().toJson())
        .with("accuracy", attempts.accuracy().toJson());
    if (attempts.isUnchanged()) {
      json = json.with("reached", attempts.isReached());
    }
    if (attempts.seconds().isPresent()) {
      json = json.with("seconds", attempts.seconds().get().toJson());
    }
    return json.with(
        "runs", attempts.all().stream().map(attempt -> run(attempt, folder)).toList());
  }

  private static JsonObject run(Attempt attempt, Path folder) {
    String place = folder.relativize(attempt.folder()).toString().replace(File.separatorChar, '/');
    JsonObject json = JsonObject.empty()
        .with("seed", attempt.seed())
        .with("folder", place)
        .with("accuracy", attempt.test().accuracy())
        .with("loss", attempt.test().loss())
        .with("misclassified", attempt.test().misclassified());
    if (attempt.members().isPresent()) {
      json = json.with("members", attempt.members().get().toJson());
    }
    if (attempt.seconds().isPresent()) {
      json = json.with("seconds", attempt.seconds().getAsDouble());
    }
    return json.withTexts(
        "weightsSha256",
        attempt.networks().stream()
            .map(network -> network.outcome().weightsSha256())
            .toList());
  }
}
