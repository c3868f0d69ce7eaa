package dev.plenum.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a classifier made of a dataset: loss, accuracy and every single prediction. */
public final class Evaluation {
  private final double loss;
  private final int[] labels;
  private final int[] predictions;

  /**
   * The result over all images.
   *
   * @param loss the mean loss of an image
   * @param labels the true classes, in the dataset's order
   * @param predictions the predicted classes, in the dataset's order
   * @throws IllegalArgumentException if there are no labels, or not as many predictions
   */
  public Evaluation(double loss, int[] labels, int[] predictions) {
    if (labels.length != predictions.length || labels.length == 0) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "an evaluation needs one prediction per label, found %d labels and %d predictions",
          labels.length,
          predictions.length));
    }
    this.loss = loss;
    this.labels = labels.clone();
    this.predictions = predictions.clone();
  }

  /** The mean loss of an image. */
  public double loss() {
    return loss;
  }

  /** The share of right predictions, 0 … 1. */
  public double accuracy() {
    return (double) (labels.length - misclassified().size()) / labels.length;
  }

  /** The number of images. */
  public int size() {
    return labels.length;
  }

  /** The true class of an image. */
  public int label(int index) {
    return labels[index];
  }

  /** The class that was predicted for an image. */
  public int prediction(int index) {
    return predictions[index];
  }

  /** The indices of the images that were classified wrongly, in the dataset's order. */
  public List<Integer> misclassified() {
    return IntStream.range(0, labels.length)
        .filter(i -> labels[i] != predictions[i])
        .boxed()
        .toList();
  }
}
