package dev.plenum.datasets.audit;

import dev.plenum.api.network.Shape;

/** An image small enough to be shown, immutable. */
public final class Preview {
  private final Shape shape;
  private final byte[] pixels;

  /**
   * Keeps the array itself.
   *
   * @param shape (height, width, channels), with 1 or 3 channels
   * @param pixels one byte for each channel, in h, w, c order
   */
  public Preview(Shape shape, byte[] pixels) {
    this.shape = shape;
    this.pixels = pixels;
  }

  /** {@return (height, width, channels)} */
  public Shape shape() {
    return shape;
  }

  /** {@return a copy of the bytes, in h, w, c order} */
  public byte[] pixels() {
    return pixels.clone();
  }
}
