package dev.plenum.report.ablation;

import dev.plenum.experiment.ablation.Ablation;
import dev.plenum.experiment.ablation.AblationPlan.AblationCell;
import dev.plenum.experiment.ablation.AblationResult;
import dev.plenum.experiment.ablation.Effect;
import dev.plenum.experiment.statistics.McNemar;
import dev.plenum.persistence.JsonObject;

/**
 * An ablation as JSON, the file {@code report.json}:
 *
 * <pre>
 * command, plenumVersion, started, folds, firstSeed, seeds, dataset{…}, recipes{NAME{…}},
 * effects[{recipe, accuracyDifference{mean, sd, low, high}, lossDifference{…}, errorReduction,
 *   mcnemar{onlyFirst, onlySecond, exact, p}, pCorrected, decided, timesAsLong{mean, low, high}}],
 * trainings[{recipe, fold, seed, accuracy, loss, seconds, weightsSha256}],
 * diverged[{recipe, fold, seed}]
 * </pre>
 */
final class AblationJson {
  private AblationJson() {}

  static JsonObject of(Ablation ablation) {
    JsonObject recipes = JsonObject.empty();
    for (var recipe : ablation.plan().recipes().entrySet()) {
      recipes = recipes.with(recipe.getKey(), JsonObject.of(recipe.getValue().configuration()));
    }
    return ablation
        .invocation()
        .toJson()
        .with("folds", ablation.plan().folds())
        .with("firstSeed", ablation.plan().firstSeed())
        .with("seeds", ablation.plan().seeds())
        .with("dataset", ablation.data().toJson())
        .with("recipes", recipes)
        .with("effects", ablation.effects().stream().map(AblationJson::effect).toList())
        .with(
            "trainings", ablation.results().stream().map(AblationJson::training).toList())
        .with("diverged", ablation.diverged().stream().map(AblationJson::cell).toList());
  }

  private static JsonObject effect(Effect effect) {
    McNemar test = effect.test();
    return JsonObject.empty()
        .with("recipe", effect.variant().name())
        .with("accuracyDifference", effect.accuracyDifference().toJson())
        .with("lossDifference", effect.lossDifference().toJson())
        .with("errorReduction", effect.errorReduction())
        .with("mcnemar", test.toJson())
        .with("pCorrected", effect.pValue())
        .with("decided", effect.isDecided())
        .with("timesAsLong", effect.cost().toJson().with("median", effect.cost().median()));
  }

  private static JsonObject training(AblationResult result) {
    return cell(result.cell())
        .with("accuracy", result.score().accuracy())
        .with("loss", result.score().loss())
        .with("seconds", result.score().seconds())
        .with("weightsSha256", result.score().weightsSha256());
  }

  private static JsonObject cell(AblationCell cell) {
    return JsonObject.empty()
        .with("recipe", cell.recipe())
        .with("fold", cell.fold())
        .with("seed", cell.seed());
  }
}
