package dev.plenum.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One finished epoch.
 *
 * @param epoch its number, from 0
 * @param metrics values by name: {@code loss}, {@code accuracy}, with validation data {@code val_loss},
 *     {@code val_accuracy} and {@code val_…} of each of {@link Fit#metrics}, {@code learning_rate}
 * @param seconds how long the training part took, without validation
 */
public record EpochRecord(int epoch, Map<String, Double> metrics, double seconds) {

  /**
   * Copies the map, keeping its order.
   *
   * @param epoch its number, from 0
   * @param metrics values by name
   * @param seconds how long the training part took, without validation
   */
  public EpochRecord {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /**
   * {@return the value of one metric}
   *
   * @param metric its name: {@code val_loss}
   * @throws IllegalArgumentException if there is none; the message lists what there is
   */
  public double value(String metric) {
    Double value = metrics.get(metric);
    if (value == null) {
      throw new IllegalArgumentException(
          "there is no metric '" + metric + "'; there are: " + metrics.keySet());
    }
    return value;
  }
}
