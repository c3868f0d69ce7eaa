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
   * @param evaluation has the true and the predicted class of each image
   * @param classes the number of classes
   * @return the counts
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

  /** {@return the number of classes} */
  public int classes() {
    return counts.length;
  }

  /**
   * {@return how many images of a class were taken for another, or for what they are}
   *
   * @param label the true class, from 0
   * @param prediction the predicted class, from 0
   */
  public int count(int label, int prediction) {
    return counts[label][prediction];
  }

  /**
   * {@return how many images there are of a class}
   *
   * @param label the true class, from 0
   */
  public int support(int label) {
    return Arrays.stream(counts[label]).sum();
  }

  /**
   * {@return how many images were taken for a class}
   *
   * @param prediction the predicted class, from 0
   */
  public int predicted(int prediction) {
    return Arrays.stream(counts).mapToInt(row -> row[prediction]).sum();
  }

  /**
   * {@return the share of the images taken for the class that are of it, 0 … 1}
   *
   * @param c the index of the class, from 0
   */
  public double precision(int c) {
    return (double) counts[c][c] / predicted(c);
  }

  /**
   * {@return the share of the images of the class that were taken for it, 0 … 1}
   *
   * @param c the index of the class, from 0
   */
  public double recall(int c) {
    return (double) counts[c][c] / support(c);
  }

  /**
   * {@return the harmonic mean of precision and recall: twice the hits by images and predictions together}
   *
   * @param c the index of the class, from 0
   */
  public double f1(int c) {
    return 2.0 * counts[c][c] / ((double) support(c) + predicted(c));
  }
}
