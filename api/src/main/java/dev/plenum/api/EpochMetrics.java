package dev.plenum.api;

import dev.plenum.api.metric.Metric;
import dev.plenum.api.metric.MetricNames;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the record of every epoch of a training has.
 *
 * @param higherIsBetter for each metric, by its name in records and in their order, whether greater
 *     values are better
 */
record EpochMetrics(Map<String, Boolean> higherIsBetter) {

  /** Keeps the map's order. */
  EpochMetrics {
    higherIsBetter = Collections.unmodifiableMap(new LinkedHashMap<>(higherIsBetter));
  }

  static EpochMetrics of(Fit fit) {
    Map<String, Boolean> all = new LinkedHashMap<>();
    all.put(MetricNames.LOSS, false);
    all.put(MetricNames.ACCURACY, true);
    if (fit.validation().isPresent()) {
      all.put(MetricNames.validation(MetricNames.LOSS), false);
      all.put(MetricNames.validation(MetricNames.ACCURACY), true);
      for (Metric metric : fit.metrics()) {
        all.put(MetricNames.validation(metric.name()), metric.isHigherBetter());
      }
    }
    all.put(MetricNames.LEARNING_RATE, false); // as Keras takes it, which guesses by names
    return new EpochMetrics(all);
  }

  boolean isHigherBetter(String metric) {
    Boolean higher = higherIsBetter.get(metric);
    if (higher == null) {
      throw new IllegalArgumentException("this training does not measure '%s'; it measures %s"
          .formatted(metric, higherIsBetter.keySet()));
    }
    return higher;
  }
}
