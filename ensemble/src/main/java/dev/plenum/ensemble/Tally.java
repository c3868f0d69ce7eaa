package dev.plenum.ensemble;

import dev.plenum.api.Evaluation;

/** Collects an evaluation image by image. */
final class Tally {
  private final int[] predictions;
  private double lossSum;

  Tally(int images) {
    this.predictions = new int[images];
  }

  /** Counts the image of that index; in the dataset's order, or the sum's last bits differ. */
  void add(int index, int prediction, double loss) {
    predictions[index] = prediction;
    lossSum += loss;
  }

  Evaluation evaluation(int[] labels) {
    return new Evaluation(lossSum / labels.length, labels, predictions);
  }
}
