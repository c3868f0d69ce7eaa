package dev.plenum.api;

/**
 * Softmax and its cross-entropy with a label, for one image's logits z: p = exp(z − max z) / Σ exp(z
 * − max z), loss = ln Σ exp(z − max z) − (z_label − max z), gradient = p − onehot(label). All
 * backends compute them here, in double precision with {@link StrictMath}, so that they agree in
 * every bit.
 */
public final class SoftmaxCrossEntropy {
  private SoftmaxCrossEntropy() {}

  /** The index of the largest logit; of equal ones the first. */
  public static int argmax(float[] logits, int offset, int classes) {
    int best = 0;
    for (int i = 1; i < classes; i++) {
      if (logits[offset + i] > logits[offset + best]) {
        best = i;
      }
    }
    return best;
  }

  /** Writes the probabilities of one image's logits. */
  public static void probabilities(
      float[] logits, int offset, int classes, float[] probabilities, int probabilitiesOffset) {
    double max = max(logits, offset, classes);
    double sum = sumOfExponentials(logits, offset, classes, max);
    for (int i = 0; i < classes; i++) {
      probabilities[probabilitiesOffset + i] =
          (float) (StrictMath.exp(logits[offset + i] - max) / sum);
    }
  }

  /** The loss of one image; NaN if a logit is NaN or +∞. */
  public static double loss(float[] logits, int offset, int classes, int label) {
    double max = max(logits, offset, classes);
    return StrictMath.log(sumOfExponentials(logits, offset, classes, max))
        - (logits[offset + label] - max);
  }

  /**
   * Writes the gradient of one image's loss with respect to its logits, times {@code scale} (1 / batch
   * size for the mean over a batch), and returns the loss.
   */
  public static double lossAndGradient(
      float[] logits,
      int offset,
      int classes,
      int label,
      double scale,
      float[] gradient,
      int gradientOffset) {
    double max = max(logits, offset, classes);
    double sum = sumOfExponentials(logits, offset, classes, max);
    for (int i = 0; i < classes; i++) {
      double p = StrictMath.exp(logits[offset + i] - max) / sum;
      gradient[gradientOffset + i] = (float) ((i == label ? p - 1 : p) * scale);
    }
    return StrictMath.log(sum) - (logits[offset + label] - max);
  }

  private static double max(float[] logits, int offset, int classes) {
    float max = logits[offset];
    for (int i = 1; i < classes; i++) {
      max = Math.max(max, logits[offset + i]);
    }
    return max;
  }

  private static double sumOfExponentials(float[] logits, int offset, int classes, double max) {
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      sum += StrictMath.exp(logits[offset + i] - max);
    }
    return sum;
  }
}
