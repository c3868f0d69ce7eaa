package dev.plenum.report.reference;

import dev.plenum.report.RunHistory;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The y axis of an accuracy plot.
 *
 * @param lowest where it begins
 * @param highest where it ends
 */
record AccuracyRange(double lowest, double highest) {
  private static final AccuracyRange ORIGINAL = new AccuracyRange(0.94, 1.005);
  private static final List<String> METRICS = List.of("accuracy", "val_accuracy");

  /** A curve may begin below the axis for this share of its epochs, as some of the original do. */
  private static final double HIDDEN_SHARE = 0.25;

  /** A step on the axis, and how far the lowest value stays away from its end. */
  private static final double STEP = 0.01;

  private static final double MARGIN = 0.005;

  /**
   * The original's range; begins lower, so that everything is seen, where a test's line or more than
   * the first quarter of a curve would be missing.
   *
   * @param levels other accuracies that must be seen
   */
  static AccuracyRange of(List<RunHistory> runs, List<Double> levels) {
    List<List<Double>> curves = runs.stream().flatMap(AccuracyRange::curves).toList();
    DoubleStream lines = DoubleStream.concat(
        runs.stream().flatMapToDouble(run -> run.test().stream()),
        levels.stream().mapToDouble(Double::doubleValue));
    double lowestLine = lines.min().orElse(ORIGINAL.lowest);
    if (lowestLine >= ORIGINAL.lowest && curves.stream().allMatch(AccuracyRange::isSeen)) {
      return ORIGINAL;
    }
    double minimum = curves.stream()
        .flatMap(List::stream)
        .mapToDouble(Double::doubleValue)
        .reduce(lowestLine, Math::min);
    double lowest = Math.floor((minimum - MARGIN) / STEP) * STEP;
    return new AccuracyRange(Math.max(0, Math.min(ORIGINAL.lowest, lowest)), ORIGINAL.highest);
  }

  private static Stream<List<Double>> curves(RunHistory run) {
    return METRICS.stream()
        .filter(metric -> run.history().epochs().get(0).metrics().containsKey(metric))
        .map(metric -> run.history().values(metric));
  }

  private static boolean isSeen(List<Double> curve) {
    long hidden = curve.stream().filter(value -> value < ORIGINAL.lowest).count();
    return hidden <= HIDDEN_SHARE * curve.size();
  }
}
