package dev.plenum.report;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Metrics as they are printed, the same everywhere. */
public final class MetricText {
  private MetricText() {}

  /**
   * {@return the metrics as in {@code loss 0.0432, accuracy 0.9907}}
   *
   * @param metrics values by name, in the order in which they are printed
   */
  public static String of(Map<String, Double> metrics) {
    return of(metrics, ", ");
  }

  /**
   * {@return the same with something else between}
   *
   * @param metrics values by name, in the order in which they are printed
   * @param between takes the place of comma and space
   */
  public static String of(Map<String, Double> metrics, String between) {
    return metrics.entrySet().stream()
        .map(metric -> String.format(Locale.ROOT, "%s %.4f", metric.getKey(), metric.getValue()))
        .collect(Collectors.joining(between));
  }
}
