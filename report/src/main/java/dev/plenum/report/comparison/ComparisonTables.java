package dev.plenum.report.comparison;

import static dev.plenum.report.page.Table.Column.number;
import static dev.plenum.report.page.Table.Column.words;

import dev.plenum.experiment.comparison.CellFailure;
import dev.plenum.experiment.comparison.CellResult;
import dev.plenum.experiment.comparison.Comparison;
import dev.plenum.experiment.comparison.Duel;
import dev.plenum.experiment.comparison.Group;
import dev.plenum.experiment.comparison.Verdict;
import dev.plenum.experiment.statistics.Interval;
import dev.plenum.experiment.statistics.McNemar;
import dev.plenum.experiment.statistics.Ratio;
import dev.plenum.experiment.statistics.Sample;
import dev.plenum.persistence.RunRecord.Outcome;
import dev.plenum.report.page.Figures;
import dev.plenum.report.page.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of a comparison. */
final class ComparisonTables {
  private static final String UNKNOWN = "–";
  private static final double MILLIS = 1000;
  private static final double POINTS = 100;
  private static final double SMALLEST_POINTS = 0.005;

  private final Comparison comparison;

  ComparisonTables(Comparison comparison) {
    this.comparison = comparison;
  }

  /** Those that a pull request wants to see. */
  List<Table> mostImportant() {
    return List.of(accuracy(), training(), classification(), duels(), failures());
  }

  /** How good the trained networks are; has a row for what has no result too. */
  Table accuracy() {
    List<List<String>> rows = new ArrayList<>();
    for (String network : comparison.plan().networks()) {
      comparison.plan().backends().forEach(backend -> rows.add(accuracyRow(network, backend)));
      comparison
          .plan()
          .missing()
          .keySet()
          .forEach(backend -> rows.add(rowWithout(network, backend, "not available")));
    }
    List<Table.Column> columns = new ArrayList<>(List.of(
        words("Network"),
        words("Backend"),
        words("Seeds trained"),
        number("Accuracy"),
        number("95 % interval"),
        number("Loss")));
    columns.addAll(otherColumns());
    columns.add(words("Same bits again"));
    return new Table(
        "Loss and accuracy on the test images: mean ± standard deviation over the seeds",
        columns,
        rows);
  }

  private List<Table.Column> otherColumns() {
    return comparison.otherMetrics().stream().map(Table.Column::number).toList();
  }

  private List<String> accuracyRow(String network, String backend) {
    int seeds = comparison.plan().seeds();
    Optional<Group> found = comparison.groups(network).stream()
        .filter(group -> group.backend().equals(backend))
        .findFirst();
    if (found.isEmpty()) {
      return rowWithout(network, backend, "0 of " + seeds + ": failed");
    }
    Group group = found.get();
    int trained = group.results().size();
    List<String> row = new ArrayList<>(List.of(
        network,
        backend,
        trained == seeds
            ? String.valueOf(trained)
            : String.format(Locale.ROOT, "%d of %d: failed", trained, seeds),
        Figures.scoreWithSpread(group.accuracy()),
        interval(group.accuracy()),
        Figures.scoreWithSpread(group.loss())));
    comparison
        .otherMetrics()
        .forEach(metric -> row.add(Figures.scoreWithSpread(group.test(metric))));
    row.add(group.isRepeatable().map(same -> same ? "yes" : "no").orElse(UNKNOWN));
    return row;
  }

  private List<String> rowWithout(String network, String backend, String remark) {
    List<String> row = new ArrayList<>(List.of(network, backend, remark));
    row.addAll(Collections.nCopies(4 + comparison.otherMetrics().size(), UNKNOWN));
    return row;
  }

  private static String interval(Sample scores) {
    return scores
        .confidence()
        .map(interval -> Figures.score(interval.low()) + " – " + Figures.score(interval.high()))
        .orElse(UNKNOWN);
  }

  /** How fast the backends train, and what they take. */
  Table training() {
    return new Table(
        "Training: mean ± standard deviation over the seeds",
        List.of(
            words("Network"),
            words("Backend"),
            number("First epoch (s)"),
            number("Steady epoch (s)"),
            number("Images/s"),
            number("Start to first step (s)"),
            number("Peak memory (MB)"),
            number("Jars (MB)")),
        comparison.groups().stream().map(this::trainingRow).toList());
  }

  private List<String> trainingRow(Group group) {
    Long bytes = comparison.jarBytes().get(group.backend());
    return List.of(
        group.network(),
        group.backend(),
        Figures.withSpread(group.sample(CellResult::firstEpochSeconds)),
        comparison.plan().epochs() > 1
            ? Figures.withSpread(group.sample(CellResult::steadyEpochSeconds))
            : UNKNOWN,
        Figures.withSpread(group.sample(CellResult::trainedPerSecond)),
        Figures.withSpread(group.sample(result -> result.measures().startupSeconds())),
        Figures.withSpread(
            group.sample(result -> Figures.megabytes(result.measures().peakMemoryBytes()))),
        bytes == null ? UNKNOWN : Figures.significant(Figures.megabytes(bytes)));
  }

  /** How fast the trained networks classify. */
  Table classification() {
    return new Table(
        "Classification: mean ± standard deviation over the seeds",
        List.of(
            words("Network"),
            words("Backend"),
            number("One image, median (ms)"),
            number("One image, 99th percentile (ms)"),
            number("Batches of 256 (images/s)")),
        comparison.groups().stream()
            .map(group -> List.of(
                group.network(),
                group.backend(),
                Figures.withSpread(group.sample(
                    result -> MILLIS * result.measures().inference().latencyP50())),
                Figures.withSpread(group.sample(
                    result -> MILLIS * result.measures().inference().latencyP99())),
                Figures.withSpread(
                    group.sample(result -> result.measures().inference().imagesPerSecond()))))
            .toList());
  }

  /** Every two backends against each other: whether they are equally good. */
  Table duels() {
    return new Table(
        "Every two backends on the same test images, all seeds together",
        List.of(
            words("Network"),
            words("Backends"),
            number("Accuracy difference (points)"),
            number("Only the first right"),
            number("Only the second right"),
            words("McNemar’s test"),
            number("Agree (%)")),
        comparison.verdicts().stream().map(this::duelRow).toList());
  }

  private List<String> duelRow(Verdict judged) {
    Duel duel = judged.duel();
    String corrected =
        comparison.duels().size() == 1 ? "" : ", corrected " + Figures.pValue(judged.pValue());
    return List.of(
        duel.network(),
        names(duel),
        difference(duel.accuracyDifference()),
        Figures.count(judged.test().onlyFirst()),
        Figures.count(judged.test().onlySecond()),
        test(judged.test()) + corrected,
        percent(duel.agreement().mean()));
  }

  /** Every two backends against each other: how alike and how fast they train. */
  Table ratios() {
    return new Table(
        "Every two backends from the same seeds; ratios are the first’s to the second’s",
        List.of(
            words("Network"),
            words("Backends"),
            words("Same start"),
            number("Loss curves apart by"),
            number("Training speed"),
            number("Speed of one image"),
            number("Peak memory")),
        comparison.duels().stream()
            .map(duel -> List.of(
                duel.network(),
                names(duel),
                duel.isFair() ? "yes" : "no",
                Figures.significant(duel.lossDistance().mean()),
                ratio(duel.ratio(CellResult::trainedPerSecond)),
                ratio(duel.ratio(result -> 1 / result.measures().inference().latencyP50())),
                ratio(
                    duel.ratio(result -> Figures.megabytes(result.measures().peakMemoryBytes())))))
            .toList());
  }

  private static String names(Duel duel) {
    return duel.first() + ", " + duel.second();
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
    if (Math.abs(POINTS * difference) < SMALLEST_POINTS) {
      return "0.00";
    }
    return String.format(Locale.ROOT, "%+.2f", POINTS * difference).replace('-', '−');
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", POINTS * share);
  }

  private static String test(McNemar test) {
    return Figures.pValue(test.pValue()) + (test.isExact() ? " (exact)" : " (χ²)");
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
            names(duel),
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
            number("Agree (%)"),
            number("Loss curves apart by")),
        rows);
  }

  /** What has no result. */
  Table failures() {
    List<List<String>> rows = new ArrayList<>();
    comparison
        .plan()
        .missing()
        .forEach(
            (backend, reason) -> rows.add(List.of(backend + ", all trainings", reason, UNKNOWN)));
    comparison
        .failures()
        .forEach(failure ->
            rows.add(List.of(failure.cell().toString(), failure.reason(), lastLines(failure))));
    return new Table(
        "Trainings without a result",
        List.of(words("Training"), words("Why"), words("What it printed last")),
        rows);
  }

  private static String lastLines(CellFailure failure) {
    return failure.lastLines().isEmpty() ? UNKNOWN : String.join("\n", failure.lastLines());
  }

  /** Every training. */
  Table runs() {
    List<Table.Column> columns = new ArrayList<>(List.of(
        words("Network"), words("Backend"), number("Seed"), number("Loss"), number("Accuracy")));
    columns.addAll(otherColumns());
    columns.addAll(
        List.of(number("Misclassified"), number("Training time"), words("Weights (SHA-256)")));
    return new Table(
        "Test results and weights of each",
        columns,
        comparison.results().stream().map(this::runRow).toList());
  }

  private List<String> runRow(CellResult result) {
    Outcome outcome = result.record().outcome();
    List<String> row = new ArrayList<>(List.of(
        result.cell().network(),
        result.cell().backend(),
        result.cell().seed() + (result.cell().isRepeat() ? ", first epoch again" : ""),
        Figures.score(outcome.test().loss()),
        Figures.score(outcome.test().accuracy())));
    comparison
        .otherMetrics()
        .forEach(metric -> row.add(Figures.score(outcome.test().value(metric).orElseThrow())));
    row.add(Figures.count(outcome.test().misclassified()));
    row.add(Figures.duration(outcome.timing().trainSeconds()));
    row.add(Figures.digest(outcome.weightsSha256()));
    return row;
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
              result.record().platform().engine().engine(),
              result.record().platform().engine().device(),
              result.record().platform().engine().instructionSet(),
              String.valueOf(result.record().platform().engine().threads()),
              result.record().platform().jvm())));
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
