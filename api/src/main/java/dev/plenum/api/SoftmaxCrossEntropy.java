package dev.plenum.api;

import dev.plenum.api.data.Batch;

/**
 * Softmax and its cross-entropy with a label, for one image's logits z: p = exp(z − max z) / Σ exp(z
 * − max z), loss = ln Σ exp(z − max z) − (z_label − max z), gradient = p − onehot(label). All
 * backends compute them here, in double precision with {@link StrictMath}, so that they agree in
 * every bit.
 */
public final class SoftmaxCrossEntropy {
  private SoftmaxCrossEntropy() {}

  /**
   * {@return the index of the largest logit, from 0; of equal ones the first}
   *
   * @param logits outputs of a network before the softmax
   * @param offset where the image's logits begin; the index counts from here
   * @param classes how many logits it has
   */
  public static int argmax(float[] logits, int offset, int classes) {
    int best = 0;
    for (int i = 1; i < classes; i++) {
      if (logits[offset + i] > logits[offset + best]) {
        best = i;
      }
    }
    return best;
  }

  /**
   * Writes the probabilities of one image's logits.
   *
   * @param logits outputs of a network before the softmax
   * @param offset where the image's logits begin
   * @param classes how many logits it has
   * @param probabilities gets {@code classes} values from {@code probabilitiesOffset} on
   * @param probabilitiesOffset where the image's probabilities begin
   */
  public static void probabilities(
      float[] logits, int offset, int classes, float[] probabilities, int probabilitiesOffset) {
    double max = max(logits, offset, classes);
    double sum = sumOfExponentials(logits, offset, classes, max);
    for (int i = 0; i < classes; i++) {
      probabilities[probabilitiesOffset + i] =
          (float) (StrictMath.exp(logits[offset + i] - max) / sum);
    }
  }

  /**
   * {@return the loss of one image without smoothing; NaN if a logit is NaN or +∞}
   *
   * @param logits outputs of a network before the softmax
   * @param offset where the image's logits begin
   * @param classes how many logits it has
   * @param label the image's class, from 0
   */
  public static double loss(float[] logits, int offset, int classes, int label) {
    return loss(logits, offset, classes, label, 0);
  }

  /** The loss of one image, see {@link Loss}; NaN if a logit is NaN or +∞. */
  static double loss(float[] logits, int offset, int classes, int label, double smoothing) {
    double max = max(logits, offset, classes);
    return StrictMath.log(sumOfExponentials(logits, offset, classes, max))
        - targetLogit(logits, offset, classes, label, smoothing, max);
  }

  /** Σ t_c (z_c − max). */
  private static double targetLogit(
      float[] logits, int offset, int classes, int label, double smoothing, double max) {
    double own = logits[offset + label] - max;
    if (smoothing == 0) {
      return own;
    }
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      sum += logits[offset + i] - max;
    }
    return (1 - smoothing) * own + smoothing / classes * sum;
  }

  /**
   * Writes the gradient of one image's loss with respect to its logits, times {@code scale} (the image's
   * weight / batch size for the mean over a batch), and returns the loss, not scaled.
   */
  static double lossAndGradient(
      float[] logits,
      int offset,
      int classes,
      int label,
      Loss loss,
      double scale,
      float[] gradient,
      int gradientOffset) {
    double max = max(logits, offset, classes);
    double sum = sumOfExponentials(logits, offset, classes, max);
    double smoothing = loss.labelSmoothing();
    for (int i = 0; i < classes; i++) {
      double p = StrictMath.exp(logits[offset + i] - max) / sum;
      gradient[gradientOffset + i] = (float) ((p - target(i, label, classes, smoothing)) * scale);
    }
    return StrictMath.log(sum) - targetLogit(logits, offset, classes, label, smoothing, max);
  }

  /**
   * Writes the gradient of a batch's mean loss with respect to the logits of one of its images. The image's
   * loss without weights is kept in the batch.
   *
   * @param logits outputs of a network before the softmax
   * @param offset where the image's logits begin
   * @param classes how many logits it has
   * @param batch has the labels, shares and weights of its images
   * @param image its number in the batch
   * @param loss says how much labels are smoothed
   * @param gradient gets {@code classes} values from {@code gradientOffset} on
   * @param gradientOffset where the image's gradient begins
   * @return what the image adds to the sum of losses: its loss times its weight; of an image that is mixed
   *     with another the sum of both labels' losses, each times its share and the weight of the image
   *     that it comes from
   */
  public static double lossAndGradient(
      float[] logits,
      int offset,
      int classes,
      Batch batch,
      int image,
      Loss loss,
      float[] gradient,
      int gradientOffset) {
    int label = batch.labels()[image];
    double weight = batch.weight(image);
    double share = batch.share(image);
    if (share == 1) {
      double scale = weight / batch.size();
      double found =
          lossAndGradient(logits, offset, classes, label, loss, scale, gradient, gradientOffset);
      batch.keepLoss(image, found);
      return weight * found;
    }
    double max = max(logits, offset, classes);
    double sum = sumOfExponentials(logits, offset, classes, max);
    double smoothing = loss.labelSmoothing();
    int other = batch.otherLabel(image);
    double own = share * weight;
    double rest = (1 - share) * batch.otherWeight(image);
    for (int i = 0; i < classes; i++) {
      double p = StrictMath.exp(logits[offset + i] - max) / sum;
      double slope = own * (p - target(i, label, classes, smoothing))
          + rest * (p - target(i, other, classes, smoothing));
      gradient[gradientOffset + i] = (float) (slope / batch.size());
    }
    double log = StrictMath.log(sum);
    double ofLabel = log - targetLogit(logits, offset, classes, label, smoothing, max);
    double ofOther = log - targetLogit(logits, offset, classes, other, smoothing, max);
    batch.keepLoss(image, share * ofLabel + (1 - share) * ofOther);
    return own * ofLabel + rest * ofOther;
  }

  private static double target(int index, int label, int classes, double smoothing) {
    return (index == label ? 1 - smoothing : 0) + smoothing / classes;
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
