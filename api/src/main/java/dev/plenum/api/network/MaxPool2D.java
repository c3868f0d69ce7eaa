package dev.plenum.api.network;

/**
 * The largest value of each window, channel by channel. Cells outside the image do not count; of
 * equal values the first, row by row, gets the gradient.
 *
 * @param window the pool's size, its strides and the padding; not dilated
 */
public record MaxPool2D(Window window) implements LayerSpec {

  /**
   * Checks the window.
   *
   * @param window the pool's size, its strides and the padding; not dilated
   * @throws InvalidNetworkException if it is dilated
   */
  public MaxPool2D {
    Check.notDilated("MaxPooling2D", window);
  }

  /**
   * {@return a layer with square, non-overlapping windows and padding "valid"}
   *
   * @param poolSize rows and columns of a window, and from one to the next
   */
  public static MaxPool2D of(int poolSize) {
    return new MaxPool2D(new Window(poolSize, poolSize, poolSize, poolSize, Padding.VALID));
  }

  /**
   * {@return the same layer with this stride in both directions}
   *
   * @param stride rows and columns from one window to the next
   */
  public MaxPool2D strides(int stride) {
    return new MaxPool2D(window.strides(stride, stride));
  }

  /**
   * {@return the same layer with this padding}
   *
   * @param padding what happens at the border of the image
   */
  public MaxPool2D padding(Padding padding) {
    return new MaxPool2D(window.padding(padding));
  }

  @Override
  public String type() {
    return "MaxPooling2D";
  }

  @Override
  public String namePrefix() {
    return "max_pooling2d";
  }

  @Override
  public Shape outputShape(Shape input) {
    Check.image(type(), input);
    return Check.windows(type(), input, window, input.channels());
  }
}
