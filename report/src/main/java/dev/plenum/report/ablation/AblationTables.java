package dev.plenum.report.ablation;

import static dev.plenum.report.page.Table.Column.number;
import static dev.plenum.report.page.Table.Column.words;

import dev.plenum.experiment.ablation.Ablation;
import dev.plenum.experiment.ablation.AblationResult;
import dev.plenum.experiment.ablation.Effect;
import dev.plenum.experiment.ablation.Variant;
import dev.plenum.experiment.statistics.Sample;
import dev.plenum.experiment.trial.Score;
import dev.plenum.report.page.Figures;
import dev.plenum.report.page.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tables of an ablation.
 *
 * @param ablation what came out
 */
record AblationTables(Ablation ablation) {
  private static final String NONE = "–";

  /** What each recipe came to. */
  Table recipes() {
    return new Table(
        "On the images left out of the training: mean ± standard deviation over folds and seeds",
        List.of(
            words("Recipe"),
            number("Trainings"),
            number("Accuracy"),
            number("Loss"),
            number("Training, median (s)")),
        ablation.variants().stream().map(AblationTables::recipe).toList());
  }

  private static List<String> recipe(Variant variant) {
    return List.of(
        variant.name(),
        String.valueOf(variant.results().size()),
        show(variant.sample(Score::accuracy), Figures::scoreWithSpread),
        show(variant.sample(Score::loss), Figures::scoreWithSpread),
        show(variant.sample(Score::seconds), it -> Figures.significant(it.median())));
  }

  private static String show(Optional<Sample> sample, Function<Sample, String> text) {
    return sample.map(text).orElse(NONE);
  }

  /** What each changes against the base. */
  Table effects() {
    return new Table(
        "Against the base, paired by image",
        List.of(
            words("Recipe"),
            number("Accuracy"),
            number("95 % interval"),
            number("Errors"),
            number("Loss"),
            number("Only recipe right"),
            number("Only base right"),
            number("p"),
            number("p, corrected"),
            number("Time"),
            words("Verdict")),
        ablation.effects().stream().map(AblationTables::effect).toList());
  }

  private static List<String> effect(Effect effect) {
    Sample accuracy = effect.accuracyDifference();
    return List.of(
        effect.variant().name(),
        signed(accuracy.mean()),
        accuracy
            .confidence()
            .map(interval -> signed(interval.low()) + " … " + signed(interval.high()))
            .orElse(NONE),
        AblationFindings.percent(-effect.errorReduction()),
        signed(effect.lossDifference().mean()),
        Figures.count(effect.test().onlyFirst()),
        Figures.count(effect.test().onlySecond()),
        Figures.pValue(effect.test().pValue()).replace("p = ", "").replace("p ", ""),
        Figures.pValue(effect.pValue()).replace("p = ", "").replace("p ", ""),
        "× " + Figures.significant(effect.cost().median()),
        effect.isDecided() ? effect.isBetter() ? "pays" : "harms" : "undecided");
  }

  private static String signed(double difference) {
    String score = Figures.score(difference);
    return score.startsWith("-") || score.matches("[0.]+") ? score : "+" + score;
  }

  /** Every training. */
  Table trainings() {
    return new Table(
        "Every training",
        List.of(
            words("Recipe"),
            number("Fold"),
            number("Seed"),
            number("Accuracy"),
            number("Loss"),
            number("Training (s)"),
            words("Weights (SHA-256)")),
        ablation.results().stream().map(AblationTables::training).toList());
  }

  private static List<String> training(AblationResult result) {
    return List.of(
        result.cell().recipe(),
        String.valueOf(result.cell().fold()),
        String.valueOf(result.cell().seed()),
        Figures.score(result.score().accuracy()),
        Figures.score(result.score().loss()),
        Figures.significant(result.score().seconds()),
        Figures.digest(result.score().weightsSha256()));
  }
}
