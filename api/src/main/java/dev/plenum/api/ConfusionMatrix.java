package dev.plenum.api;

import java.util.Arrays;
import java.util.Locale;

/**
 * How often each class was taken for each: rows are true classes, columns predicted ones. Immutable.
 *
 * <p>Precision, recall and F1 of a class are those of telling it from all others; NaN where they are
 * not defined, because nothing was predicted to be of the class, or nothing is.
 */
public final class ConfusionMatrix {
  private final int[][] counts;

  private ConfusionMatrix(int[][] counts) {
    this.counts = counts;
  }

  /**
   * Counts what an evaluation found.
   *
   * @param classes the number of classes
   * @throws IllegalArgumentException if a label or a prediction is not below that
   */
  public static ConfusionMatrix of(Evaluation evaluation, int classes) {
    int[][] counts = new int[classes][classes];
    for (int i = 0; i < evaluation.size(); i++) {
      int label = evaluation.label(i);
      int prediction = evaluation.prediction(i);
      if (Math.max(label, prediction) >= classes || Math.min(label, prediction) < 0) {
        throw new IllegalArgumentException(String.format(
            Locale.ROOT,
            "image %d has the label %d and the prediction %d, but there are %d classes",
            i,
            label,
            prediction,
            classes));
      }
      counts[label][prediction]++;
    }
    return new ConfusionMatrix(counts);
  }

  /** The number of classes. */
  public int classes() {
    return counts.length;
  }

  /** How many images of a class were taken for another, or for what they are. */
  public int count(int label, int prediction) {
    return counts[label][prediction];
  }

  /** How many images there are of a class. */
  public int support(int label) {
    return Arrays.stream(counts[label]).sum();
  }

  /** How many images were taken for a class. */
  public int predicted(int prediction) {
    return Arrays.stream(counts).mapToInt(row -> row[prediction]).sum();
  }

  /** The share of the images taken for the class that are of it, 0 … 1. */
  public double precision(int c) {
    return (double) counts[c][c] / predicted(c);
  }

  /** The share of the images of the class that were taken for it, 0 … 1. */
  public double recall(int c) {
    return (double) counts[c][c] / support(c);
  }

  /** The harmonic mean of precision and recall: twice the hits by images and predictions together. */
  public double f1(int c) {
    return 2.0 * counts[c][c] / ((double) support(c) + predicted(c));
  }
}
