package dev.plenum.api.callback;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A metric to watch, and what counts as an improvement of it.
 *
 * @param metric its name, one of {@link Training#metricNames}: {@code val_accuracy}
 * @param mode whether more or less is better
 * @param minDelta how much better a value must be than the best before it, at least 0. With 0, any
 *     improvement counts; else a value that is better by exactly this does not count, whatever the
 *     arithmetic rounds to: the difference must be greater than this by more than {@link
 *     #ROUNDING_ULPS}
 */
public record Monitor(String metric, Mode mode, double minDelta) {
  /**
   * How far the difference of two metrics may be off for rounding alone, in units in the last place of
   * the larger one: each of the two, the smallest change and the subtraction are off by at most a half.
   * Two accuracies on n images, next to each other, are exactly 1/n apart, and on 10,000 images must
   * not differ by more than 0.0001. An image more is at least a million times as much.
   */
  public static final int ROUNDING_ULPS = 4;

  /** Which values are better. */
  public enum Mode {
    /** Those that are better in the metric itself, see {@link Training#isHigherBetter}. */
    AUTO,
    /** Smaller ones. */
    MIN,
    /** Greater ones. */
    MAX;

    /** As Keras calls it: {@code auto}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Checks the number.
   *
   * @param metric its name
   * @param mode whether more or less is better
   * @param minDelta how much better a value must be than the best before it, at least 0
   * @throws IllegalArgumentException if the smallest change is negative, NaN or infinite
   */
  public Monitor {
    CallbackParameter.finiteAndNotNegative(
        "monitor of '" + metric + "'", "the smallest change", minDelta);
  }

  /**
   * {@return a monitor of the metric in mode {@link Mode#AUTO}; any improvement counts}
   *
   * @param metric its name, one of {@link Training#metricNames}: {@code val_accuracy}
   */
  public static Monitor of(String metric) {
    return new Monitor(metric, Mode.AUTO, 0);
  }

  /**
   * {@return the same with this mode}
   *
   * @param mode whether more or less is better
   */
  public Monitor mode(Mode mode) {
    return new Monitor(metric, mode, minDelta);
  }

  /**
   * {@return the same with this smallest change}
   *
   * @param minDelta how much better a value must be than the best before it, at least 0
   */
  public Monitor minDelta(double minDelta) {
    return new Monitor(metric, mode, minDelta);
  }

  /**
   * {@return whether a value is better than the best before it, or is the first} NaN and the infinities never
   * are, so that no diverged epoch becomes the best.
   *
   * @param training measures the metric
   * @param value of the metric, in an epoch
   * @param best the best before it; empty before the first
   */
  public boolean improves(Training training, double value, OptionalDouble best) {
    return Double.isFinite(value)
        && (best.isEmpty() || isBetter(training, value, best.getAsDouble()));
  }

  private boolean isBetter(Training training, double value, double best) {
    double gain = isHigherBetter(training) ? value - best : best - value;
    double rounding = ROUNDING_ULPS * Math.ulp(Math.max(Math.abs(value), Math.abs(best)));
    return minDelta == 0 ? gain > 0 : gain - minDelta > rounding;
  }

  private boolean isHigherBetter(Training training) {
    return switch (mode) {
      case AUTO -> training.isHigherBetter(metric);
      case MIN -> false;
      case MAX -> true;
    };
  }

  /**
   * {@return the metric's value in an epoch}
   *
   * @param epoch one of a training that measures the metric
   */
  public double valueIn(EpochRecord epoch) {
    return epoch.value(metric);
  }

  /**
   * Checks that a training measures the metric; to be called before the first epoch.
   *
   * @param training asked for the names of its metrics
   * @param callback who asks, for the message
   * @throws IllegalArgumentException if it does not; the message lists what it does measure
   */
  public void requireMeasured(Training training, String callback) {
    List<String> names = training.metricNames();
    if (!names.contains(metric)) {
      throw new IllegalArgumentException(
          "%s cannot monitor '%s': this training measures %s. Monitor one of these%s"
              .formatted(
                  callback,
                  metric,
                  String.join(", ", names),
                  training.fit().validation().isPresent()
                      ? ""
                      : ", or give validation data for val_loss, val_accuracy and other metrics"));
    }
  }
}
