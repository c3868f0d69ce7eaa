package dev.plenum.report.search;

import dev.plenum.experiment.search.RungResult;
import dev.plenum.experiment.search.Search;
import dev.plenum.experiment.search.SearchPlanJson;
import dev.plenum.experiment.search.Trial;
import dev.plenum.experiment.search.WinnerRun;
import dev.plenum.experiment.trial.Score;
import dev.plenum.persistence.JsonObject;

/**
 * A search as JSON, the file {@code search.json}:
 *
 * <pre>
 * command, plenumVersion, started, plan{trials, rungs, eta, repeats, parameters{…}}, seed, goesOn,
 * dataset{name, sha256, …}, trials[{trial, values{…}, rungs[{epochs, diverged, accuracy, loss,
 *   weightsSha256, seconds}]}],
 * winner{trial, values{…}, configuration{…}, repeats[{seed, diverged, accuracy, loss, weightsSha256,
 *   seconds, test{loss, accuracy, misclassified}}], validationAccuracy{mean, sd, low, high},
 *   testAccuracy{…}}
 * </pre>
 *
 * <p>Accuracies and losses are those of the validation images, but for {@code test}. What diverged has no
 * figures.
 */
final class SearchJson {
  private SearchJson() {}

  static JsonObject of(Search search) {
    return JsonObject.empty()
        .withAll(search.invocation().toJson())
        .with("plan", SearchPlanJson.toJson(search.plan()))
        .with("seed", search.seed())
        .with("goesOn", search.goesOn())
        .with("dataset", search.data().toJson())
        .with("trials", search.trials().stream().map(SearchJson::trial).toList())
        .with("winner", winner(search));
  }

  private static JsonObject trial(Trial trial) {
    return named(trial)
        .with("rungs", trial.results().stream().map(SearchJson::rung).toList());
  }

  private static JsonObject named(Trial trial) {
    return JsonObject.empty()
        .with("trial", trial.number())
        .with("values", JsonObject.of(trial.values()));
  }

  private static JsonObject rung(RungResult result) {
    return JsonObject.empty()
        .with("epochs", result.epochs())
        .with("diverged", result.isDiverged())
        .withAll(result.score().map(SearchJson::score).orElse(JsonObject.empty()));
  }

  private static JsonObject score(Score score) {
    return JsonObject.empty()
        .with("accuracy", score.accuracy())
        .with("loss", score.loss())
        .with("weightsSha256", score.weightsSha256())
        .with("seconds", score.seconds());
  }

  private static JsonObject winner(Search search) {
    JsonObject json = named(search.winner())
        .with("configuration", JsonObject.of(search.recipe().configuration()))
        .with("repeats", search.repeats().stream().map(SearchJson::repeat).toList());
    if (search.validationAccuracy().isPresent()) {
      json = json.with("validationAccuracy", search.validationAccuracy().get().toJson());
    }
    return search.testAccuracy().isPresent()
        ? json.with("testAccuracy", search.testAccuracy().get().toJson())
        : json;
  }

  private static JsonObject repeat(WinnerRun run) {
    JsonObject json = JsonObject.empty()
        .with("seed", run.seed())
        .with("diverged", run.validation().isEmpty())
        .withAll(run.validation().map(SearchJson::score).orElse(JsonObject.empty()));
    return run.test()
        .map(test -> json.with(
            "test",
            JsonObject.empty()
                .with("loss", test.loss())
                .with("accuracy", test.accuracy())
                .with("misclassified", test.misclassified())))
        .orElse(json);
  }
}
