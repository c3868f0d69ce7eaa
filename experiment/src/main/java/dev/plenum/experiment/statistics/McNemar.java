package dev.plenum.experiment.statistics;

import dev.plenum.persistence.JsonObject;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * McNemar's test of two classifiers on the same images: whether one of them is right more often than
 * chance explains. Only the images count that exactly one of them gets right. With fewer than 25 of
 * these it is the exact binomial test, else χ² = (|b − c| − 1)² / (b + c) with one degree of freedom
 * (Edwards's correction for continuity).
 *
 * @param onlyFirst b, the number of images that only the first gets right
 * @param onlySecond c, the number of images that only the second gets right
 */
public record McNemar(int onlyFirst, int onlySecond) {
  private static final int FEWEST_FOR_CHI_SQUARED = 25;

  /**
   * Checks the numbers.
   *
   * @param onlyFirst b, the number of images that only the first gets right
   * @param onlySecond c, the number of images that only the second gets right
   */
  public McNemar {
    if (onlyFirst < 0 || onlySecond < 0) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "numbers of images cannot be negative, found %d and %d",
          onlyFirst,
          onlySecond));
    }
  }

  /** {@return whether the exact test is used} */
  public boolean isExact() {
    return onlyFirst + onlySecond < FEWEST_FOR_CHI_SQUARED;
  }

  /** {@return χ²; empty for the exact test} */
  public OptionalDouble chiSquared() {
    if (isExact()) {
      return OptionalDouble.empty();
    }
    double excess = Math.max(0, Math.abs(onlyFirst - onlySecond) - 1);
    return OptionalDouble.of(excess * excess / (onlyFirst + onlySecond));
  }

  /** {@return {@code {onlyFirst, onlySecond, exact, p}}} */
  public JsonObject toJson() {
    return JsonObject.empty()
        .with("onlyFirst", onlyFirst)
        .with("onlySecond", onlySecond)
        .with("exact", isExact())
        .with("p", pValue());
  }

  /** {@return the probability of a difference at least as large between two that are equally good} */
  public double pValue() {
    if (onlyFirst + onlySecond == 0) {
      return 1;
    }
    return chiSquared().isPresent()
        ? ChiSquaredDistribution.of(1).survivalProbability(chiSquared().getAsDouble())
        : BinomialTest.withDefaults()
            .with(AlternativeHypothesis.TWO_SIDED)
            .test(onlyFirst + onlySecond, onlyFirst, 0.5)
            .getPValue();
  }
}
