package dev.plenum.tck.reference;

import java.util.Arrays;

/**
 * Sparse categorical cross-entropy of one sample's logits z: with p = softmax(z), loss = −ln p_label
 * and its gradient p − onehot(label).
 */
final class CrossEntropy {
  private CrossEntropy() {}

  /** −ln p_label = ln Σ exp(z − max z) − (z_label − max z). */
  static double loss(double[] logits, int label) {
    double max = max(logits);
    return StrictMath.log(sumOfExponentials(logits)) - (logits[label] - max);
  }

  static double[] gradient(double[] logits, int label) {
    double max = max(logits);
    double sum = sumOfExponentials(logits);
    double[] gradient = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      gradient[i] = StrictMath.exp(logits[i] - max) / sum - (i == label ? 1 : 0);
    }
    return gradient;
  }

  /** The first of the largest. */
  static int argmax(double[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      best = logits[i] > logits[best] ? i : best;
    }
    return best;
  }

  private static double sumOfExponentials(double[] logits) {
    double max = max(logits);
    return Arrays.stream(logits).map(z -> StrictMath.exp(z - max)).sum();
  }

  private static double max(double[] logits) {
    return Arrays.stream(logits).max().orElseThrow();
  }
}
