package dev.plenum.api.metric;

import dev.plenum.api.provenance.Described;
import java.util.Locale;
import java.util.Map;

/**
 * The share of images whose true class is among the k most probable ones, 0 … 1: Keras's {@code
 * SparseTopKCategoricalAccuracy}. Of equal probabilities the first class counts as the more probable
 * one, as in the accuracy. Probabilities that are NaN are never right.
 */
public final class TopKAccuracy implements Metric {
  private final int k;

  private TopKAccuracy(int k) {
    if (k < 1) {
      throw new IllegalArgumentException(
          "the k of a top-k accuracy must be at least 1, found " + k);
    }
    this.k = k;
  }

  /**
   * {@return the metric for the k most probable classes}
   *
   * @param k how many these are, at least 1
   * @throws IllegalArgumentException if it is less
   */
  public static TopKAccuracy of(int k) {
    return new TopKAccuracy(k);
  }

  /** {@code top_5_accuracy}. */
  @Override
  public String name() {
    return "top_" + k + "_accuracy";
  }

  @Override
  public boolean isHigherBetter() {
    return true;
  }

  @Override
  public Map<String, Object> describe() {
    return Described.named("TopKAccuracy", "k", k);
  }

  /**
   * Begins a measurement.
   *
   * @throws IllegalArgumentException if there are fewer than k classes
   */
  @Override
  public Accumulator accumulator(int classes) {
    if (classes < k) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT, "%s needs at least %d classes, there are %d", name(), k, classes));
    }
    return new Hits(classes);
  }

  private final class Hits implements Accumulator {
    private final int classes;
    private long hits;
    private long images;

    Hits(int classes) {
      this.classes = classes;
    }

    @Override
    public void add(float[] probabilities, int offset, int label, int prediction) {
      images++;
      float own = probabilities[offset + label];
      int before = 0;
      for (int i = 0; i < classes; i++) {
        float other = probabilities[offset + i];
        if (other > own || (other == own && i < label)) {
          before++;
        }
      }
      if (before < k && !Float.isNaN(own)) {
        hits++;
      }
    }

    @Override
    public double value() {
      return (double) hits / images;
    }
  }
}
