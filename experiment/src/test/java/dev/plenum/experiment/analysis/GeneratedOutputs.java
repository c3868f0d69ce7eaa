package dev.plenum.experiment.analysis;

import dev.plenum.api.SoftmaxCrossEntropy;
import java.util.List;

/** Outputs by a generator that anyone can repeat: 40 images of 3 classes, whose logits are known. */
final class GeneratedOutputs {
  private static final int IMAGES = 40;
  private static final int CLASSES = 3;

  private long state = 12345;

  private double next() {
    state = (1103515245L * state + 12345) % (1L << 31);
    return (double) state / (1L << 31);
  }

  static Outputs make() {
    return new GeneratedOutputs().outputs();
  }

  private Outputs outputs() {
    double[] logits = new double[IMAGES * CLASSES];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = 4 * next() - 2;
    }
    int[] labels = new int[IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = (int) (next() * CLASSES);
      logits[i * CLASSES + labels[i]] += 1.5;
    }
    float[] values = new float[logits.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) logits[i];
    }
    float[] probabilities = new float[values.length];
    for (int i = 0; i < IMAGES; i++) {
      SoftmaxCrossEntropy.probabilities(values, i * CLASSES, CLASSES, probabilities, i * CLASSES);
    }
    return Outputs.of(List.of("a", "b", "c"), labels, probabilities);
  }
}
