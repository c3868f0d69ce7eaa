package dev.plenum.report;

import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * An axis.
 *
 * @param title what it measures
 * @param lowest where it begins
 * @param highest where it ends, above that
 */
public record Axis(String title, double lowest, double highest) {
  private static final double MARGIN = 0.06;
  private static final double SMALLEST_SHARE = 0.01;
  private static final double SMALLEST_SPAN = 1e-6;

  /**
   * Checks the order.
   *
   * @param title what it measures
   * @param lowest where it begins
   * @param highest where it ends, above that
   * @throws IllegalArgumentException if {@code highest} is not above {@code lowest}, or infinitely far
   */
  public Axis {
    if (!(lowest < highest) || !Double.isFinite(highest - lowest)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "an axis cannot go from %s to %s", lowest, highest));
    }
  }

  /**
   * {@return an axis that has all finite values with some room around them; of values that are all at least 0
   * it does not begin below 0} Without any value it is that from 0 to 1.
   *
   * @param title what it measures
   * @param values in any order; those that are not finite are left aside
   */
  public static Axis around(String title, DoubleStream values) {
    DoubleSummaryStatistics found = values.filter(Double::isFinite).summaryStatistics();
    if (found.getCount() == 0) {
      return new Axis(title, 0, 1);
    }
    double size = Math.max(Math.abs(found.getMin()), Math.abs(found.getMax()));
    double span = Math.max(found.getMax() - found.getMin(), SMALLEST_SHARE * size);
    double margin = Math.max(MARGIN * span, SMALLEST_SPAN);
    double floor = found.getMin() >= 0 ? 0 : Double.NEGATIVE_INFINITY;
    return new Axis(title, Math.max(floor, found.getMin() - margin), found.getMax() + margin);
  }

  /**
   * {@return an axis from 0 that has all finite values}
   *
   * @param title what it measures
   * @param values not negative; those that are not finite are left aside
   */
  public static Axis fromZero(String title, DoubleStream values) {
    return new Axis(title, 0, around(title, values).highest());
  }

  /**
   * {@return an axis for the epochs 1 to {@code count}; one epoch alone stands in the middle}
   *
   * @param count at least 1
   */
  public static Axis epochs(int count) {
    return count == 1 ? new Axis("epoch", 0.5, 1.5) : new Axis("epoch", 1, count);
  }
}
