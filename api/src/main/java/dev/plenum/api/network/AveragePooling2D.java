package dev.plenum.api.network;

/**
 * The mean of each window, channel by channel. Cells outside the image do not count, neither as values
 * nor in the number that the sum is divided by.
 *
 * @param window the pool's size, its strides and the padding; not dilated
 */
public record AveragePooling2D(Window window) implements LayerSpec {

  /**
   * Checks the window.
   *
   * @throws InvalidNetworkException if it is dilated
   */
  public AveragePooling2D {
    Check.notDilated("AveragePooling2D", window);
  }

  /** Square, non-overlapping windows with padding "valid". */
  public static AveragePooling2D of(int poolSize) {
    return new AveragePooling2D(new Window(poolSize, poolSize, poolSize, poolSize, Padding.VALID));
  }

  /** The same with this stride in both directions. */
  public AveragePooling2D strides(int stride) {
    return new AveragePooling2D(window.strides(stride, stride));
  }

  /** The same with this padding. */
  public AveragePooling2D padding(Padding padding) {
    return new AveragePooling2D(window.padding(padding));
  }

  @Override
  public String type() {
    return "AveragePooling2D";
  }

  @Override
  public String namePrefix() {
    return "average_pooling2d";
  }

  @Override
  public Shape outputShape(Shape input) {
    Check.image(type(), input);
    return Check.windows(type(), input, window, input.channels());
  }
}
