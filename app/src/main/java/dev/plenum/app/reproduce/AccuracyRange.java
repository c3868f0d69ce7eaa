package dev.plenum.app.reproduce;

import dev.plenum.app.picture.AccuracyCurves;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The y axis of an accuracy plot.
 *
 * @param lowest where it begins
 * @param highest where it ends
 */
record AccuracyRange(double lowest, double highest) {
  private static final AccuracyRange ORIGINAL = new AccuracyRange(0.94, 1.005);

  /** A curve may begin below the axis for this share of its epochs, as some of the original do. */
  private static final double HIDDEN_SHARE = 0.25;

  /** A step on the axis, and how far the lowest value stays away from its end. */
  private static final double STEP = 0.01;

  private static final double MARGIN = 0.005;

  /**
   * The original's range; begins lower, so that everything is seen, where a test's line or more than
   * the first quarter of a curve would be missing.
   */
  static AccuracyRange of(List<AccuracyCurves> networks) {
    if (networks.stream().allMatch(AccuracyRange::isSeen)) {
      return ORIGINAL;
    }
    double minimum =
        networks.stream().flatMapToDouble(AccuracyRange::values).min().orElseThrow();
    double lowest = Math.floor((minimum - MARGIN) / STEP) * STEP;
    return new AccuracyRange(Math.max(0, Math.min(ORIGINAL.lowest, lowest)), ORIGINAL.highest);
  }

  private static boolean isSeen(AccuracyCurves network) {
    return network.testAccuracy() >= ORIGINAL.lowest
        && isSeen(network.training())
        && network.validation().map(AccuracyRange::isSeen).orElse(true);
  }

  private static boolean isSeen(double[] curve) {
    long hidden = Arrays.stream(curve).filter(value -> value < ORIGINAL.lowest).count();
    return hidden <= HIDDEN_SHARE * curve.length;
  }

  private static DoubleStream values(AccuracyCurves network) {
    return DoubleStream.concat(
        DoubleStream.of(network.testAccuracy()),
        DoubleStream.concat(
            Arrays.stream(network.training()),
            network.validation().stream().flatMapToDouble(Arrays::stream)));
  }
}
