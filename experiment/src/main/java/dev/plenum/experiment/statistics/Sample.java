package dev.plenum.experiment.statistics;

import dev.plenum.persistence.JsonObject;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Repeated measurements of one thing.
 *
 * @param values at least one
 */
public record Sample(List<Double> values) {
  private static final double CONFIDENCE = 0.95;

  /**
   * Copies the list.
   *
   * @param values at least one
   */
  public Sample {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a sample needs at least one value");
    }
  }

  /** {@return how many there are} */
  public int size() {
    return values.size();
  }

  /** {@return the arithmetic mean} */
  public double mean() {
    return Mean.of(array()).getAsDouble();
  }

  /** {@return the sample's standard deviation, with n − 1 below; 0 for a single value} */
  public double standardDeviation() {
    return StandardDeviation.of(array()).getAsDouble();
  }

  /** {@return the smallest value} */
  public double min() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** {@return the largest value} */
  public double max() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** {@return the value in the middle} */
  public double median() {
    return quantile(0.5);
  }

  /**
   * {@return the value below which a share of the values lies, interpolated between neighbours (method 8 of
   * Hyndman and Fan)}
   *
   * @param share in 0 … 1
   */
  public double quantile(double share) {
    return Quantile.withDefaults().evaluate(array(), share);
  }

  /**
   * {@return where the mean of endlessly many values lies with 95 % confidence, by Student's t distribution:
   * mean ± t · s / √n with n − 1 degrees of freedom} Empty for a single value, which says nothing of the
   * spread.
   */
  public Optional<Interval> confidence() {
    if (size() < 2) {
      return Optional.empty();
    }
    double t = TDistribution.of(size() - 1.0).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    double half = t * standardDeviation() / Math.sqrt(size());
    return Optional.of(new Interval(mean() - half, mean() + half));
  }

  /** {@return {@code {mean, sd, low, high}}, the latter two of {@link #confidence}, or null} */
  public JsonObject toJson() {
    return Interval.addTo(
        JsonObject.empty().with("mean", mean()).with("sd", standardDeviation()), confidence());
  }

  private double[] array() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
