package dev.plenum.report;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the learning rate of a training fell.
 *
 * @param epochs the last one, counted from 1, before each fall
 * @param factors what was left of the rate, in (0, 1)
 */
record RateCuts(List<Integer> epochs, List<Double> factors) {
  private static final String RATE = "learning_rate";
  private static final double ROUNDING = 1e-3;
  private static final MathContext DIGITS = new MathContext(2);

  static RateCuts of(History history) {
    List<Integer> epochs = new ArrayList<>();
    List<Double> factors = new ArrayList<>();
    for (int i = 1; i < history.epochs().size(); i++) {
      double factor = rate(history.epochs().get(i)) / rate(history.epochs().get(i - 1));
      if (factor < 1) {
        epochs.add(i);
        factors.add(factor);
      }
    }
    return new RateCuts(epochs, factors);
  }

  private static double rate(EpochRecord epoch) {
    return epoch.metrics().getOrDefault(RATE, Double.NaN);
  }

  /** What happened, in words. */
  static String describe(List<RateCuts> cuts) {
    List<Double> factors = cuts.stream().flatMap(cut -> cut.factors().stream()).toList();
    double first = factors.get(0);
    if (!factors.stream().allMatch(factor -> isAbout(factor, first))) {
      return "learning rate reduced";
    }
    return isAbout(first, 0.5)
        ? "learning rate halved"
        : "learning rate × "
            + new BigDecimal(first).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  private static boolean isAbout(double factor, double other) {
    return Math.abs(factor - other) < ROUNDING;
  }
}
