package dev.plenum.experiment.statistics;

import dev.plenum.persistence.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many times as large one of two positive measurements is as the other, taken together several
 * times.
 *
 * @param logarithms of the single ratios
 */
public record Ratio(Sample logarithms) {

  /**
   * {@return the ratios of pairs}
   *
   * @param above positive, as many as {@code below}
   * @param below positive
   */
  public static Ratio of(List<Double> above, List<Double> below) {
    List<Double> logarithms = new ArrayList<>();
    for (int i = 0; i < above.size(); i++) {
      logarithms.add(StrictMath.log(above.get(i) / below.get(i)));
    }
    return new Ratio(new Sample(logarithms));
  }

  /** {@return the geometric mean of the ratios} */
  public double mean() {
    return StrictMath.exp(logarithms.mean());
  }

  /** {@return the ratio in the middle, which one slow measurement does not move} */
  public double median() {
    return StrictMath.exp(logarithms.median());
  }

  /** {@return Student's interval of the logarithms, as ratios; empty for a single pair} */
  public Optional<Interval> confidence() {
    return logarithms
        .confidence()
        .map(interval ->
            new Interval(StrictMath.exp(interval.low()), StrictMath.exp(interval.high())));
  }

  /** {@return {@code {mean, low, high}}, the latter two of {@link #confidence}, or null} */
  public JsonObject toJson() {
    return Interval.addTo(JsonObject.empty().with("mean", mean()), confidence());
  }

  /** {@return the same seen from the other side} */
  public Ratio inverse() {
    return new Ratio(
        new Sample(logarithms.values().stream().map(logarithm -> -logarithm).toList()));
  }
}
