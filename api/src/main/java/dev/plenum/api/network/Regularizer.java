package dev.plenum.api.network;

/**
 * What a kernel adds to the loss of every batch, so that it stays small: l1 · Σ|w| + l2 · Σw². Keras
 * shows it as part of the loss, in training and in evaluation, and so does everything here.
 *
 * @param l1 at least 0
 * @param l2 at least 0
 */
public record Regularizer(double l1, double l2) {
  /** No regularisation. */
  public static final Regularizer NONE = new Regularizer(0, 0);

  /**
   * Checks the factors.
   *
   * @param l1 at least 0
   * @param l2 at least 0
   * @throws InvalidNetworkException if one is negative or no finite number
   */
  public Regularizer {
    Check.finite("a regularizer", "l1", l1);
    Check.finite("a regularizer", "l2", l2);
  }

  /**
   * {@return a regularizer that adds l1 · Σ|w|}
   *
   * @param factor l1, at least 0
   */
  public static Regularizer l1(double factor) {
    return new Regularizer(factor, 0);
  }

  /**
   * {@return a regularizer that adds l2 · Σw²}
   *
   * @param factor l2, at least 0; Keras's default is 0.01
   */
  public static Regularizer l2(double factor) {
    return new Regularizer(0, factor);
  }

  /** {@return whether it adds nothing} */
  public boolean isNone() {
    return l1 == 0 && l2 == 0;
  }
}
