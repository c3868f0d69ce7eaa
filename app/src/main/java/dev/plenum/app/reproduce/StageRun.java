package dev.plenum.app.reproduce;

import dev.plenum.api.History;

/**
 * One trained network of a stage and its result on the test images.
 *
 * @param seed what it was trained with
 * @param loss the mean loss of a test image
 * @param accuracy the share of right predictions, 0 … 1
 * @param misclassified the number of wrong predictions
 * @param seconds the training, without validation and test
 * @param weightsSha256 identifies the trained weights
 * @param history what was measured while training; at least one epoch
 */
public record StageRun(
    long seed,
    double loss,
    double accuracy,
    int misclassified,
    double seconds,
    String weightsSha256,
    History history) {

  /** Checks the history. */
  public StageRun {
    if (history.epochs().isEmpty()) {
      throw new IllegalArgumentException(
          "the run with seed " + seed + " has no epoch; a result needs a trained network");
    }
  }

  /** How many epochs it was trained for. */
  int epochs() {
    return history.epochs().size();
  }
}
