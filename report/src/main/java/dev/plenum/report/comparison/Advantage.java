package dev.plenum.report.comparison;

import dev.plenum.experiment.comparison.CellResult;
import dev.plenum.experiment.comparison.Duel;
import dev.plenum.experiment.statistics.Interval;
import dev.plenum.experiment.statistics.Ratio;
import dev.plenum.report.page.Figures;
import java.util.function.ToDoubleFunction;

/**
 * Which of two backends has more of something.
 *
 * @param ahead the name of the one that has more
 * @param ratio how many times as much, at least 1
 */
record Advantage(String ahead, Ratio ratio) {
  /** Below, three digits would show no difference. */
  private static final double SMALLEST = 1.005;

  static Advantage of(Duel duel, ToDoubleFunction<CellResult> measure) {
    Ratio ratio = duel.ratio(measure);
    return ratio.mean() >= 1
        ? new Advantage(duel.first(), ratio)
        : new Advantage(duel.second(), ratio.inverse());
  }

  /**
   * {@code purejava trains 5.10 times as fast (4.80 – 5.40)}.
   *
   * @param does what the backend does
   * @param much what it has more of
   * @param none what to say where there is no difference
   */
  String sentence(String does, String much, String none) {
    if (ratio.mean() < SMALLEST) {
      return none;
    }
    return "%s %s %s times %s%s"
        .formatted(ahead, does, Figures.significant(ratio.mean()), much, range());
  }

  private String range() {
    return ratio
        .confidence()
        .map(interval -> (interval.contains(1) ? ", though not for certain" : "") + text(interval))
        .orElse("");
  }

  private static String text(Interval interval) {
    return " (%s – %s)"
        .formatted(Figures.significant(interval.low()), Figures.significant(interval.high()));
  }
}
