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
   * @param window the pool's size, its strides and the padding; not dilated
   * @throws InvalidNetworkException if it is dilated
   */
  public AveragePooling2D {
    Check.notDilated("AveragePooling2D", window);
  }

  /**
   * {@return a layer with square, non-overlapping windows and padding "valid"}
   *
   * @param poolSize rows and columns of a window, and from one to the next
   */
  public static AveragePooling2D of(int poolSize) {
    return new AveragePooling2D(new Window(poolSize, poolSize, poolSize, poolSize, Padding.VALID));
  }

  /**
   * {@return the same layer with this stride in both directions}
   *
   * @param stride rows and columns from one window to the next
   */
  public AveragePooling2D strides(int stride) {
    return new AveragePooling2D(window.strides(stride, stride));
  }

  /**
   * {@return the same layer with this padding}
   *
   * @param padding what happens at the border of the image
   */
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
