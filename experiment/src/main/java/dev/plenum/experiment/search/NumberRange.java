package dev.plenum.experiment.search;

import dev.plenum.api.random.CounterRandom;
import dev.plenum.persistence.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * The numbers between two, both included. What is drawn is rounded to four significant digits, so that it
 * can be read and typed, or to a whole number.
 *
 * @param low the smallest
 * @param high the largest, greater than {@code low}
 * @param isLogarithmic whether not the numbers but their logarithms are equally probable, as suits learning
 *     rates: as many lie between 0.001 and 0.01 as between 0.01 and 0.1
 * @param isWhole whether only whole numbers are drawn
 */
public record NumberRange(double low, double high, boolean isLogarithmic, boolean isWhole)
    implements Range {
  static final String UNIFORM = "uniform";
  static final String LOG_UNIFORM = "log-uniform";
  static final String WHOLE = "whole";

  private static final MathContext READABLE = new MathContext(4, RoundingMode.HALF_EVEN);

  /**
   * Checks the numbers.
   *
   * @param low the smallest
   * @param high the largest, greater than {@code low}
   * @param isLogarithmic whether not the numbers but their logarithms are equally probable, as suits learning
   *     rates: as many lie between 0.001 and 0.01 as between 0.01 and 0.1
   * @param isWhole whether only whole numbers are drawn
   * @throws IllegalArgumentException if they are not finite or not in this order, logarithms are asked for
   *     of numbers that have none, or whole numbers between others
   */
  public NumberRange {
    if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
      throw refusal("a range is two finite numbers, the lower first", low, high);
    }
    if (isLogarithmic && low <= 0) {
      throw refusal("a log-uniform range has numbers greater than 0", low, high);
    }
    if (isWhole && (low != StrictMath.rint(low) || high != StrictMath.rint(high))) {
      throw refusal("a range of whole numbers lies between whole numbers", low, high);
    }
  }

  private static IllegalArgumentException refusal(String allowed, double low, double high) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "%s, found %s and %s", allowed, low, high));
  }

  /**
   * {@return a range of which all numbers are equally probable}
   *
   * @param low the smallest
   * @param high the largest, greater than {@code low}
   */
  public static NumberRange uniform(double low, double high) {
    return new NumberRange(low, high, false, false);
  }

  /**
   * {@return a range of which all orders of magnitude are equally probable}
   *
   * @param low the smallest, greater than 0
   * @param high the largest, greater than {@code low}
   */
  public static NumberRange logUniform(double low, double high) {
    return new NumberRange(low, high, true, false);
  }

  /** {@return the same of whole numbers} */
  public NumberRange whole() {
    return new NumberRange(low, high, isLogarithmic, true);
  }

  @Override
  public String draw(CounterRandom random) {
    // Each whole number gets the values that are rounded to it, those at the ends too.
    double margin = isWhole ? 0.5 : 0;
    double value = between(low - margin, high + margin, random.uniform(0));
    double inside = Math.min(high, Math.max(low, isWhole ? StrictMath.rint(value) : value));
    BigDecimal exact = BigDecimal.valueOf(inside);
    BigDecimal readable = isWhole ? exact : exact.round(READABLE);
    boolean isInside = readable.compareTo(BigDecimal.valueOf(low)) >= 0
        && readable.compareTo(BigDecimal.valueOf(high)) <= 0;
    return (isInside ? readable : exact).stripTrailingZeros().toPlainString();
  }

  private double between(double from, double to, double share) {
    if (!isLogarithmic) {
      return from + (to - from) * share;
    }
    double logarithm = StrictMath.log(from);
    return StrictMath.exp(logarithm + (StrictMath.log(to) - logarithm) * share);
  }

  @Override
  public JsonObject toJson() {
    JsonObject json =
        JsonObject.empty().withNumbers(isLogarithmic ? LOG_UNIFORM : UNIFORM, List.of(low, high));
    return isWhole ? json.with(WHOLE, true) : json;
  }
}
