package dev.plenum.report.attempt;

import static dev.plenum.report.page.Table.Column.number;
import static dev.plenum.report.page.Table.Column.words;

import dev.plenum.experiment.attempt.Attempt;
import dev.plenum.experiment.attempt.Attempts;
import dev.plenum.persistence.RunRecord;
import dev.plenum.report.page.Figures;
import dev.plenum.report.page.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Every run of a recipe. */
final class AttemptsTable {
  private static final String NONE = "–";

  private AttemptsTable() {}

  static Table of(Attempts attempts) {
    return new Table(
        "Every run of " + attempts.recipe(),
        List.of(
            words("Seed"),
            number("Accuracy"),
            number("Loss"),
            number("Wrong"),
            number("Members’ accuracy"),
            number("Time (s)"),
            words("Weights (SHA-256)")),
        attempts.all().stream().map(AttemptsTable::row).toList());
  }

  private static List<String> row(Attempt attempt) {
    return List.of(
        String.valueOf(attempt.seed()),
        Figures.score(attempt.test().accuracy()),
        Figures.score(attempt.test().loss()),
        Figures.count(attempt.test().misclassified()),
        attempt.members().map(Figures::scoreWithSpread).orElse(NONE),
        attempt.seconds().isPresent()
            ? Figures.significant(attempt.seconds().getAsDouble())
            : "resumed",
        attempt.networks().stream().map(AttemptsTable::digest).collect(Collectors.joining(" ")));
  }

  private static String digest(RunRecord network) {
    return Figures.digest(network.outcome().weightsSha256());
  }
}
