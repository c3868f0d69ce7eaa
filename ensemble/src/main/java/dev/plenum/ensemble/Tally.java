package dev.plenum.ensemble;

import dev.plenum.api.Evaluation;
import dev.plenum.api.metric.Accumulators;
import dev.plenum.api.metric.Metric;
import java.util.List;

/** Collects an evaluation image by image. */
final class Tally {
  private final int[] labels;
  private final int[] predictions;
  private final Accumulators metrics;
  private double lossSum;

  /**
   * An empty one.
   *
   * @param labels the true classes, in the dataset's order; not changed
   * @param metrics what is measured beside loss and accuracy
   */
  Tally(int[] labels, List<Metric> metrics, int classes) {
    this.labels = labels;
    this.predictions = new int[labels.length];
    this.metrics = new Accumulators(metrics, classes);
  }

  /** Counts the image of that index; in the dataset's order, or the sum's last bits differ. */
  void add(int index, int prediction, double loss, float[] probabilities, int offset) {
    predictions[index] = prediction;
    lossSum += loss;
    metrics.add(probabilities, offset, labels[index], prediction);
  }

  Evaluation evaluation() {
    return new Evaluation(lossSum / labels.length, labels, predictions, metrics.values());
  }
}
