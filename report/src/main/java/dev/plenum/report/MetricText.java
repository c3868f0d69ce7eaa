package dev.plenum.report;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Metrics as they are printed, the same everywhere. */
public final class MetricText {
  private MetricText() {}

  /** {@code loss 0.0432, accuracy 0.9907}. */
  public static String of(Map<String, Double> metrics) {
    return of(metrics, ", ");
  }

  /** The same with something else between. */
  public static String of(Map<String, Double> metrics, String between) {
    return metrics.entrySet().stream()
        .map(metric -> String.format(Locale.ROOT, "%s %.4f", metric.getKey(), metric.getValue()))
        .collect(Collectors.joining(between));
  }
}
