package dev.plenum.report.search;

import dev.plenum.experiment.search.Search;
import dev.plenum.experiment.search.Trial;
import dev.plenum.experiment.statistics.Sample;
import dev.plenum.experiment.trial.Score;
import dev.plenum.report.page.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a search comes to, a sentence each. */
final class SearchFindings {
  private SearchFindings() {}

  static List<String> of(Search search) {
    Trial winner = search.winner();
    List<String> findings = new ArrayList<>();
    findings.add("Trial %s is the best of %s: %s."
        .formatted(winner.number(), search.trials().size(), values(winner)));
    long diverged =
        search.trials().stream().filter(trial -> trial.last().isDiverged()).count();
    if (diverged > 0) {
      findings.add(
          "Diverged: %s of %s trials.".formatted(diverged, search.trials().size()));
    }
    findings.add(search
        .validationAccuracy()
        .map(sample ->
            "Trained again from %s fresh seeds it has a validation accuracy of %s; the trial, chosen because it was the best, had %s."
                .formatted(
                    sample.size(),
                    withInterval(sample),
                    winner
                        .last()
                        .score()
                        .map(Score::accuracy)
                        .map(Figures::score)
                        .orElse("none")))
        .orElse("Trained again from fresh seeds it diverged each time."));
    search
        .testAccuracy()
        .ifPresent(
            sample -> findings.add("On the test images, which were not looked at before, it has %s."
                .formatted(withInterval(sample))));
    return findings;
  }

  static String values(Trial trial) {
    return trial.values().entrySet().stream()
        .map(value -> value.getKey() + " " + value.getValue())
        .collect(Collectors.joining(", "));
  }

  /** A mean accuracy with the interval that it lies in, as far as accuracies can be there. */
  private static String withInterval(Sample sample) {
    Optional<String> interval = sample
        .confidence()
        .map(it -> " (95 %% interval %s – %s)"
            .formatted(
                Figures.score(Math.max(0, it.low())), Figures.score(Math.min(1, it.high()))));
    return Figures.scoreWithSpread(sample) + interval.orElse("");
  }
}
