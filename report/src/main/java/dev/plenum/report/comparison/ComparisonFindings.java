package dev.plenum.report.comparison;

import dev.plenum.experiment.comparison.CellResult;
import dev.plenum.experiment.comparison.Comparison;
import dev.plenum.experiment.comparison.Duel;
import dev.plenum.experiment.comparison.Group;
import dev.plenum.experiment.comparison.Verdict;
import dev.plenum.report.page.Figures;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a comparison means, in sentences. */
final class ComparisonFindings {
  private final Comparison comparison;

  private ComparisonFindings(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The findings, the most important first. */
  static List<Finding> of(Comparison comparison) {
    return new ComparisonFindings(comparison).findings();
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<Verdict> duels = comparison.verdicts();
    duels.forEach(duel -> findings.add(finding(duel)));
    if (duels.isEmpty()) {
      findings.add(new Finding("There is nothing to compare.", whatThereIs()));
    }
    if (!comparison.isComplete()) {
      findings.add(failures());
    }
    Stream.of(fairness(duels), bits())
        .flatMap(Optional::stream)
        .forEach(detail -> findings.add(new Finding("", detail)));
    return findings;
  }

  private static Finding finding(Verdict judged) {
    Duel duel = judged.duel();
    String accuracy =
        judged.isDecided() ? judged.better() + " is more accurate" : "same accuracy within error";
    String headline = "%s: %s (%s); %s."
        .formatted(
            duel.network(),
            accuracy,
            Figures.pValue(judged.pValue()),
            Advantage.of(duel, CellResult::trainedPerSecond)
                .sentence("trains", "as fast", "neither trains faster"));
    String detail = String.format(
        Locale.ROOT,
        "Accuracy: %s %s, %s %s; they agree on %.2f %% of the test images. One image: %s. Memory: %s.",
        duel.first(),
        accuracy(duel, Duel.Pair::first),
        duel.second(),
        accuracy(duel, Duel.Pair::second),
        100 * duel.agreement().mean(),
        Advantage.of(duel, result -> 1 / result.measures().inference().latencyP50())
            .sentence("is", "as fast", "neither is faster"),
        Advantage.of(duel, result -> Figures.megabytes(result.measures().peakMemoryBytes()))
            .sentence("takes", "as much", "neither takes more"));
    return new Finding(headline, seeds(judged) + detail);
  }

  /** That a decided verdict is one of these seeds. */
  private static String seeds(Verdict judged) {
    return judged.isDecided() && judged.variesWithTheSeed()
        ? "Other seeds may say otherwise: from seed to seed the difference varies more than it is on average. "
        : "";
  }

  private static String accuracy(Duel duel, Function<Duel.Pair, CellResult> side) {
    return Figures.score(duel.pairs().stream()
        .mapToDouble(pair -> side.apply(pair).record().outcome().test().accuracy())
        .average()
        .orElseThrow());
  }

  private String whatThereIs() {
    List<Group> groups = comparison.groups();
    return groups.isEmpty()
        ? "No training has a result."
        : groups.stream()
            .map(group -> "%s on %s reaches an accuracy of %s."
                .formatted(
                    group.network(),
                    group.backend(),
                    Figures.score(group.accuracy().mean())))
            .collect(Collectors.joining(" "));
  }

  private Finding failures() {
    List<String> sentences = new ArrayList<>();
    comparison
        .plan()
        .missing()
        .forEach((backend, reason) ->
            sentences.add("%s cannot be used: %s.".formatted(backend, reason)));
    comparison.failures().stream()
        .map(failure -> "%s: %s.".formatted(failure.cell().backend(), failure.reason()))
        .distinct()
        .forEach(sentences::add);
    int failed = comparison.failures().size();
    String headline = failed == 0
        ? "Not everything could be compared."
        : String.format(
            Locale.ROOT,
            "%d of %d trainings failed.",
            failed,
            failed + comparison.results().size());
    return new Finding(headline, String.join(" ", sentences));
  }

  private static Optional<String> fairness(List<Verdict> duels) {
    if (duels.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        duels.stream().allMatch(judged -> judged.duel().isFair())
            ? "From each seed all started from the same weights and saw the same batches, bit by bit."
            : "Not all started from the same weights and saw the same batches, so that chance adds to the differences.");
  }

  private Optional<String> bits() {
    Set<String> same = new LinkedHashSet<>();
    Set<String> other = new LinkedHashSet<>();
    for (Group group : comparison.groups()) {
      group.isRepeatable().ifPresent(is -> (is ? same : other).add(group.backend()));
    }
    same.removeAll(other);
    List<String> parts = new ArrayList<>();
    if (!same.isEmpty()) {
      parts.add("the same bits again from " + String.join(" and ", same));
    }
    if (!other.isEmpty()) {
      parts.add("other bits from " + String.join(" and ", other));
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("An epoch that was repeated gave " + String.join(", ", parts) + ".");
  }
}
