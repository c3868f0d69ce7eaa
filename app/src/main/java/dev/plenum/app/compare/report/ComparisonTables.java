package dev.plenum.app.compare.report;

import static dev.plenum.app.report.Table.Column.number;
import static dev.plenum.app.report.Table.Column.words;

import dev.plenum.app.compare.Comparison;
import dev.plenum.app.compare.Duel;
import dev.plenum.app.compare.Group;
import dev.plenum.app.compare.cell.CellFailure;
import dev.plenum.app.compare.cell.CellResult;
import dev.plenum.app.report.Figures;
import dev.plenum.app.report.Table;
import dev.plenum.app.statistics.Interval;
import dev.plenum.app.statistics.McNemar;
import dev.plenum.app.statistics.Ratio;
import dev.plenum.app.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of a comparison. */
final class ComparisonTables {
  private static final String UNKNOWN = "–";
  private static final double MILLIS = 1000;
  private static final double POINTS = 100;

  private final Comparison comparison;

  ComparisonTables(Comparison comparison) {
    this.comparison = comparison;
  }

  /** How good the trained networks are. */
  Table accuracy() {
    return new Table(
        "Loss and accuracy on the test images, mean ± standard deviation over the seeds",
        List.of(
            words("Network"),
            words("Backend"),
            number("Seeds"),
            number("Accuracy"),
            number("95 % interval"),
            number("Loss"),
            words("Same bits again")),
        comparison.groups().stream()
            .map(group -> List.of(
                group.network(),
                group.backend(),
                String.valueOf(group.results().size()),
                Figures.scoreWithSpread(group.accuracy()),
                interval(group.accuracy()),
                Figures.scoreWithSpread(group.loss()),
                group.isRepeatable().map(same -> same ? "yes" : "no").orElse(UNKNOWN)))
            .toList());
  }

  private static String interval(Sample scores) {
    return scores
        .confidence()
        .map(interval -> Figures.score(interval.low()) + " – " + Figures.score(interval.high()))
        .orElse(UNKNOWN);
  }

  /** How fast and how large the backends are. */
  Table speed() {
    return new Table(
        "Speed and size, mean ± standard deviation over the seeds",
        List.of(
            words("Network"),
            words("Backend"),
            number("First epoch, s"),
            number("Steady epoch, s"),
            number("Trained images/s"),
            number("One image, median, ms"),
            number("One image, 99 of 100, ms"),
            number("Classified images/s, by 256"),
            number("Start to first step, s"),
            number("Peak memory, MB"),
            number("Jars, MB")),
        comparison.groups().stream().map(this::speedRow).toList());
  }

  private List<String> speedRow(Group group) {
    Long bytes = comparison.jarBytes().get(group.backend());
    return List.of(
        group.network(),
        group.backend(),
        Figures.withSpread(group.sample(CellResult::firstEpochSeconds)),
        comparison.epochs() > 1
            ? Figures.withSpread(group.sample(CellResult::steadyEpochSeconds))
            : UNKNOWN,
        Figures.withSpread(group.sample(CellResult::trainedPerSecond)),
        Figures.withSpread(group.sample(result -> MILLIS * result.latencyP50())),
        Figures.withSpread(group.sample(result -> MILLIS * result.latencyP99())),
        Figures.withSpread(group.sample(CellResult::inferencePerSecond)),
        Figures.withSpread(group.sample(CellResult::startupSeconds)),
        Figures.withSpread(group.sample(result -> Figures.megabytes(result.peakMemoryBytes()))),
        bytes == null ? UNKNOWN : Figures.significant(Figures.megabytes(bytes)));
  }

  /** Every two backends against each other. */
  Table duels() {
    return new Table(
        "Every two backends on the same test images, all seeds together",
        List.of(
            words("Network"),
            words("Backends"),
            number("Accuracy difference, points"),
            number("Only the first right"),
            number("Only the second right"),
            words("McNemar’s test"),
            number("Agree, %"),
            number("Loss curves apart by"),
            words("Same weights and batches"),
            number("Trains times as fast")),
        comparison.duels().stream().map(ComparisonTables::duelRow).toList());
  }

  private static List<String> duelRow(Duel duel) {
    McNemar test = duel.pooledTest();
    return List.of(
        duel.network(),
        duel.first() + " and " + duel.second(),
        difference(duel.accuracyDifference()),
        Figures.count(test.onlyFirst()),
        Figures.count(test.onlySecond()),
        test(test),
        percent(duel.agreement().mean()),
        Figures.significant(duel.lossDistance().mean()),
        duel.isFair() ? "yes" : "no",
        ratio(duel.ratio(CellResult::trainedPerSecond)));
  }

  private static String difference(Sample accuracies) {
    String mean = points(accuracies.mean());
    return accuracies
        .confidence()
        .map(interval ->
            "%s (%s to %s)".formatted(mean, points(interval.low()), points(interval.high())))
        .orElse(mean);
  }

  /** Percentage points, signed. */
  private static String points(double difference) {
    return String.format(Locale.ROOT, "%+.2f", POINTS * difference).replace('-', '−');
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", POINTS * share);
  }

  private static String test(McNemar test) {
    return Figures.pValue(test.pValue()) + (test.isExact() ? ", exact" : ", χ²");
  }

  private static String ratio(Ratio ratio) {
    Optional<Interval> interval = ratio.confidence();
    String mean = Figures.significant(ratio.mean());
    return interval
        .map(range -> "%s (%s – %s)"
            .formatted(mean, Figures.significant(range.low()), Figures.significant(range.high())))
        .orElse(mean);
  }

  /** The same seed by seed. */
  Table seeds() {
    List<List<String>> rows = new ArrayList<>();
    for (Duel duel : comparison.duels()) {
      for (Duel.Pair pair : duel.pairs()) {
        McNemar test = pair.test();
        rows.add(List.of(
            duel.network(),
            duel.first() + " and " + duel.second(),
            String.valueOf(pair.seed()),
            Figures.count(test.onlyFirst()),
            Figures.count(test.onlySecond()),
            test(test),
            percent(pair.agreement()),
            Figures.significant(pair.lossDistance())));
      }
    }
    return new Table(
        "Every two backends on the same test images, seed by seed",
        List.of(
            words("Network"),
            words("Backends"),
            number("Seed"),
            number("Only the first right"),
            number("Only the second right"),
            words("McNemar’s test"),
            number("Agree, %"),
            number("Loss curves apart by")),
        rows);
  }

  /** What has no result. */
  Table failures() {
    List<List<String>> rows = new ArrayList<>();
    comparison
        .missing()
        .forEach(
            (backend, reason) -> rows.add(List.of(backend + ", all trainings", reason, UNKNOWN)));
    comparison
        .failures()
        .forEach(failure ->
            rows.add(List.of(failure.cell().toString(), failure.reason(), lastLines(failure))));
    return new Table(
        "What has no result",
        List.of(words("Training"), words("Why"), words("What it printed last")),
        rows);
  }

  private static String lastLines(CellFailure failure) {
    return failure.lastLines().isEmpty() ? UNKNOWN : String.join("\n", failure.lastLines());
  }

  /** Every training. */
  Table runs() {
    return new Table(
        "Every training",
        List.of(
            words("Network"),
            words("Backend"),
            number("Seed"),
            number("Loss"),
            number("Accuracy"),
            number("Misclassified"),
            number("Training time"),
            words("Weights (SHA-256)")),
        comparison.results().stream().map(ComparisonTables::runRow).toList());
  }

  private static List<String> runRow(CellResult result) {
    return List.of(
        result.cell().network(),
        result.cell().backend(),
        result.cell().seed() + (result.cell().isRepeat() ? ", first epoch again" : ""),
        Figures.score(result.run().test().loss()),
        Figures.score(result.run().test().accuracy()),
        Figures.count(result.run().test().misclassified()),
        Figures.duration(result.run().trainSeconds()),
        Figures.digest(result.run().weightsSha256()));
  }

  /** What computed. */
  Table engines() {
    List<List<String>> rows = new ArrayList<>();
    for (String backend : comparison.plan().backends()) {
      comparison.results().stream()
          .filter(result -> result.cell().backend().equals(backend))
          .findFirst()
          .ifPresent(result -> rows.add(List.of(
              backend,
              result.origin().engine().engine(),
              result.origin().engine().device(),
              result.origin().engine().instructionSet(),
              String.valueOf(result.origin().engine().threads()),
              result.origin().jvm())));
    }
    return new Table(
        "What computed",
        List.of(
            words("Backend"),
            words("Engine"),
            words("Device"),
            words("Instruction set"),
            number("Threads"),
            words("Java")),
        rows);
  }
}
