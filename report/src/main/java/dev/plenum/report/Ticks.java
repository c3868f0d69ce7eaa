package dev.plenum.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The numbers along an axis, in steps of 1, 2 or 5 times a power of ten. All have as many decimals as
 * the step needs.
 *
 * @param values from the lowest to the highest
 * @param labels of each
 */
record Ticks(List<Double> values, List<String> labels) {
  private static final int[] STEPS = {1, 2, 5};
  private static final int MOST_DIGITS = 7;

  /**
   * The ticks of an axis.
   *
   * @param most how many there may be, at least 2
   * @param smallestStep for what is counted, 1; else 0
   */
  static Ticks of(Axis axis, int most, double smallestStep) {
    BigDecimal lowest = BigDecimal.valueOf(axis.lowest());
    BigDecimal highest = BigDecimal.valueOf(axis.highest());
    BigDecimal step = step(lowest, highest, most, smallestStep);
    List<Double> values = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    BigDecimal number = lowest.divide(step, 0, RoundingMode.CEILING);
    BigDecimal last = highest.divide(step, 0, RoundingMode.FLOOR);
    for (; number.compareTo(last) <= 0; number = number.add(BigDecimal.ONE)) {
      BigDecimal value = number.multiply(step);
      values.add(value.doubleValue());
      labels.add(label(value, step, highest));
    }
    return new Ticks(values, labels);
  }

  /** The smallest that gives no more ticks than there may be. */
  private static BigDecimal step(
      BigDecimal lowest, BigDecimal highest, int most, double smallestStep) {
    BigDecimal span = highest.subtract(lowest);
    int power = span.precision() - span.scale() - 1 - MOST_DIGITS;
    for (; ; power++) {
      for (int digit : STEPS) {
        BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
        boolean isFine = span.divide(step, 0, RoundingMode.FLOOR).intValue() + 1 > most;
        if (!isFine && step.doubleValue() >= smallestStep) {
          return step;
        }
      }
    }
  }

  private static String label(BigDecimal value, BigDecimal step, BigDecimal highest) {
    int decimals = Math.max(0, step.scale());
    boolean isLong = decimals > MOST_DIGITS || highest.precision() - highest.scale() > MOST_DIGITS;
    return isLong
        ? String.format(Locale.ROOT, "%.1e", value)
        : String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
