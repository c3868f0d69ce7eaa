package dev.plenum.tck.reference;

import java.util.Arrays;

/**
 * Sparse categorical cross-entropy of one sample's logits z: with p = softmax(z) and the target t, loss =
 * −Σ t_c ln p_c and its gradient p − t.
 *
 * @param smoothing s: t_c = (1 − s) · onehot(label)_c + s / classes
 */
record CrossEntropy(double smoothing) {

  /** −Σ t_c ln p_c = ln Σ exp(z − max z) − Σ t_c (z_c − max z), for Σ t_c = 1. */
  double loss(double[] logits, int label) {
    double max = max(logits);
    double own = logits[label] - max;
    double mean = Arrays.stream(logits).map(z -> z - max).sum() / logits.length;
    return StrictMath.log(sumOfExponentials(logits)) - (1 - smoothing) * own - smoothing * mean;
  }

  double[] gradient(double[] logits, int label) {
    double max = max(logits);
    double sum = sumOfExponentials(logits);
    double[] gradient = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      double target = (i == label ? 1 - smoothing : 0) + smoothing / logits.length;
      gradient[i] = StrictMath.exp(logits[i] - max) / sum - target;
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
