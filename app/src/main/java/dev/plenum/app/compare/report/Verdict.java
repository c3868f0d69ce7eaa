package dev.plenum.app.compare.report;

import dev.plenum.app.compare.Comparison;
import dev.plenum.app.compare.Duel;
import dev.plenum.app.compare.Group;
import dev.plenum.app.compare.cell.CellResult;
import dev.plenum.app.report.Figures;
import dev.plenum.app.statistics.Interval;
import dev.plenum.app.statistics.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a comparison means, in sentences. */
final class Verdict {
  private final Comparison comparison;

  private Verdict(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The sentences, the most important first. */
  static List<String> of(Comparison comparison) {
    return new Verdict(comparison).sentences();
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    List<JudgedDuel> duels = JudgedDuel.of(comparison);
    duels.forEach(duel -> sentences.add(accuracy(duel) + " " + speed(duel.duel())));
    if (duels.isEmpty()) {
      sentences.add("There is nothing to compare: " + whatThereIs());
    } else {
      sentences.add(fairness(duels));
    }
    bits().ifPresent(sentences::add);
    sentences.addAll(failures());
    return sentences;
  }

  private String whatThereIs() {
    List<Group> groups = comparison.groups();
    return groups.isEmpty()
        ? "no training has a result."
        : groups.stream()
            .map(group -> "%s on %s reaches an accuracy of %s"
                .formatted(
                    group.network(),
                    group.backend(),
                    Figures.score(group.accuracy().mean())))
            .collect(Collectors.joining("; ", "", "."));
  }

  private static String accuracy(JudgedDuel judged) {
    Duel duel = judged.duel();
    String finding =
        judged.isDecided() ? judged.better() + " is more accurate" : "same accuracy within error";
    return "%s: %s (%s): %s %s, %s %s."
        .formatted(
            duel.network(),
            finding,
            Figures.pValue(judged.pValue()),
            duel.first(),
            mean(duel, Duel.Pair::first),
            duel.second(),
            mean(duel, Duel.Pair::second));
  }

  private static String mean(Duel duel, Function<Duel.Pair, CellResult> side) {
    return Figures.score(duel.pairs().stream()
        .mapToDouble(pair -> side.apply(pair).run().test().accuracy())
        .average()
        .orElseThrow());
  }

  private static String speed(Duel duel) {
    return "%s, %s, and %s."
        .formatted(
            times(duel, CellResult::trainedPerSecond, "trains", "fast"),
            times(duel, result -> 1 / result.latencyP50(), "classifies one image", "fast"),
            memory(duel));
  }

  /** {@code purejava trains 5.1 times as fast (4.8 – 5.4)}; the faster one comes first. */
  private static String times(
      Duel duel, ToDoubleFunction<CellResult> measure, String does, String how) {
    Ratio ratio = duel.ratio(measure);
    boolean isFirstAhead = ratio.mean() >= 1;
    Ratio ahead = isFirstAhead ? ratio : ratio.inverse();
    String range = ahead
        .confidence()
        .map(interval -> isOpen(interval)
            ? " (not certain: " + text(interval) + ")"
            : " (" + text(interval) + ")")
        .orElse("");
    return "%s %s %s times as %s%s"
        .formatted(
            isFirstAhead ? duel.first() : duel.second(),
            does,
            Figures.significant(ahead.mean()),
            how,
            range);
  }

  private static boolean isOpen(Interval interval) {
    return interval.contains(1);
  }

  private static String text(Interval interval) {
    return Figures.significant(interval.low()) + " – " + Figures.significant(interval.high());
  }

  private static String memory(Duel duel) {
    Ratio ratio = duel.ratio(result -> Figures.megabytes(result.peakMemoryBytes()));
    boolean isFirstAhead = ratio.mean() >= 1;
    return "%s takes %s times the memory"
        .formatted(
            isFirstAhead ? duel.first() : duel.second(),
            Figures.significant((isFirstAhead ? ratio : ratio.inverse()).mean()));
  }

  private static String fairness(List<JudgedDuel> duels) {
    return duels.stream().allMatch(judged -> judged.duel().isFair())
        ? "From each seed all started from the same weights and saw the same batches, bit by bit."
        : "Not all started from the same weights or saw the same batches, so that the seeds add to the differences.";
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
      parts.add(String.join(" and ", same) + " came to the same bits when an epoch was repeated");
    }
    if (!other.isEmpty()) {
      parts.add(String.join(" and ", other) + " came to other bits when an epoch was repeated");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts) + ".");
  }

  private List<String> failures() {
    List<String> sentences = new ArrayList<>();
    comparison
        .missing()
        .forEach((backend, reason) ->
            sentences.add("%s could not be used: %s.".formatted(backend, reason)));
    int failed = comparison.failures().size();
    if (failed > 0) {
      sentences.add("%d of %d trainings failed: %s."
          .formatted(
              failed,
              failed + comparison.results().size(),
              comparison.failures().stream()
                  .map(failure -> failure.cell().backend() + " (" + failure.reason() + ")")
                  .distinct()
                  .collect(Collectors.joining(", "))));
    }
    return sentences;
  }
}
