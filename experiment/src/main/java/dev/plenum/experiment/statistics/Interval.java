package dev.plenum.experiment.statistics;

import dev.plenum.persistence.JsonObject;
import java.util.Optional;

/**
 * Where a value lies with a confidence of 95 %.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double low, double high) {

  /** A JSON object with the ends, which are null where there is no interval. */
  static JsonObject addTo(JsonObject json, Optional<Interval> interval) {
    return json.with("low", interval.map(Interval::low).orElse(Double.NaN))
        .with("high", interval.map(Interval::high).orElse(Double.NaN));
  }

  /**
   * {@return whether a value lies in it}
   *
   * @param value may be one of the ends, which belong to it
   */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
