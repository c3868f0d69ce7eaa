package dev.plenum.report.comparison;

import dev.plenum.experiment.statistics.Sample;
import java.util.List;

/**
 * The y axis of a chart of scores: all error bars and something around them, between round numbers.
 *
 * @param low where it begins
 * @param high where it ends, above {@code low}
 */
record ScoreRange(double low, double high) {
  private static final double MARGIN = 0.15;
  private static final double SMALLEST_MARGIN = 0.0005;

  static ScoreRange of(List<Sample> samples) {
    double low = samples.stream()
        .mapToDouble(sample -> sample.mean() - sample.standardDeviation())
        .min()
        .orElseThrow();
    double high = samples.stream()
        .mapToDouble(sample -> sample.mean() + sample.standardDeviation())
        .max()
        .orElseThrow();
    double margin = Math.max(SMALLEST_MARGIN, MARGIN * (high - low));
    double step = step(high - low + 2 * margin);
    return new ScoreRange(
        step * Math.floor((low - margin) / step), step * Math.ceil((high + margin) / step));
  }

  /** A round number, such that a few of them make the range. */
  private static double step(double range) {
    return StrictMath.pow(10, Math.floor(StrictMath.log10(range))) / 2;
  }
}
