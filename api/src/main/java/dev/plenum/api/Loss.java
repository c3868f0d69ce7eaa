package dev.plenum.api;

/**
 * What training makes small: the sparse categorical cross-entropy, the mean over the images of −Σ
 * t_c · ln p_c, with p the softmax of the network's logits, and t the target: 1 for the image's class and
 * 0 for the others, or, smoothed by s (Szegedy et al., 2016), t_c · (1 − s) + s / classes. It is computed
 * from the logits, so that no probability can underflow. Regularizers of kernels add to it.
 *
 * @param labelSmoothing s, in [0, 1)
 */
public record Loss(double labelSmoothing) {
  /** Without smoothing. */
  public static final Loss SPARSE_CATEGORICAL_CROSSENTROPY = new Loss(0);

  /** Keras's name of it. */
  public static final String NAME = "sparse_categorical_crossentropy";

  /**
   * Checks the smoothing.
   *
   * @param labelSmoothing s, in [0, 1); 0 for none
   * @throws IllegalArgumentException if it is not in [0, 1)
   */
  public Loss {
    if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
      throw new IllegalArgumentException(
          "the label smoothing must be at least 0 and less than 1, found " + labelSmoothing);
    }
  }

  /**
   * {@return the loss of one image; NaN if a logit is NaN or +∞}
   *
   * @param logits outputs of a network before the softmax
   * @param offset where the image's logits begin
   * @param classes how many logits it has
   * @param label the image's class, from 0
   */
  public double of(float[] logits, int offset, int classes, int label) {
    return SoftmaxCrossEntropy.loss(logits, offset, classes, label, labelSmoothing);
  }
}
