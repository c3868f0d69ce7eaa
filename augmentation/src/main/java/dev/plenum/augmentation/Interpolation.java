package dev.plenum.augmentation;

/** How the value between pixels is found. */
public enum Interpolation {
  /** The nearest pixel's value. */
  NEAREST(0),
  /** The mean of the four neighbours, weighted by their closeness. */
  BILINEAR(1);

  private final int order;

  Interpolation(int order) {
    this.order = order;
  }

  /** {@return the degree of the polynomial, Keras's {@code interpolation_order}} */
  public int order() {
    return order;
  }
}
