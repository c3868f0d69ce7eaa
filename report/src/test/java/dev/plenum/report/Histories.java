package dev.plenum.report;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import java.util.LinkedHashMap;
import java.util.Map;

/** Histories made up for tests. */
final class Histories {
  private Histories() {}

  /** Accuracies that rise from 0.9 and, on validation images, from 0.92. */
  static History accuracy(int epochs, boolean isValidated) {
    History history = History.empty();
    for (int i = 0; i < epochs; i++) {
      Map<String, Double> metrics = new LinkedHashMap<>(Map.of("accuracy", 0.9 + 0.001 * i));
      if (isValidated) {
        metrics.put("val_accuracy", 0.92 + 0.0005 * i);
      }
      history = history.with(new EpochRecord(i, metrics, 1));
    }
    return history;
  }

  /** The values of one metric. */
  static History of(String metric, double... values) {
    History history = History.empty();
    for (int i = 0; i < values.length; i++) {
      history = history.with(new EpochRecord(i, Map.of(metric, values[i]), 1));
    }
    return history;
  }
}
