package dev.plenum.api.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several metrics measured on the same images. */
public final class Accumulators {
  private final Map<String, Metric.Accumulator> byName = new LinkedHashMap<>();

  /**
   * Begins a measurement of each.
   *
   * @param metrics may be none
   * @param classes the number of classes
   * @throws IllegalArgumentException if their names are refused, see {@link MetricNames#requireUsable},
   *     or one cannot be measured on so many classes
   */
  public Accumulators(List<Metric> metrics, int classes) {
    MetricNames.requireUsable(metrics);
    metrics.forEach(metric -> byName.put(metric.name(), metric.accumulator(classes)));
  }

  /** {@return whether there is none, so that no probabilities are needed} */
  public boolean isEmpty() {
    return byName.isEmpty();
  }

  /**
   * Adds an image to each, see {@link Metric.Accumulator#add}.
   *
   * @param probabilities those of the classes begin at {@code offset}, each 0 … 1
   * @param offset where they begin
   * @param label the true class
   * @param prediction the predicted class
   */
  public void add(float[] probabilities, int offset, int label, int prediction) {
    byName.values().forEach(one -> one.add(probabilities, offset, label, prediction));
  }

  /** {@return the values over all images added so far, by the metrics' names, in the metrics' order} */
  public Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    byName.forEach((name, accumulator) -> values.put(name, accumulator.value()));
    return values;
  }
}
