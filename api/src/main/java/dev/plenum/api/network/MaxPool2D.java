package dev.plenum.api.network;

/**
 * The largest value of each window, channel by channel. Cells outside the image do not count; of
 * equal values the first, row by row, gets the gradient.
 *
 * @param window the pool's size, its strides and the padding
 */
public record MaxPool2D(Window window) implements LayerSpec {

  /** Square, non-overlapping windows with padding "valid". */
  public static MaxPool2D of(int poolSize) {
    return new MaxPool2D(new Window(poolSize, poolSize, poolSize, poolSize, Padding.VALID));
  }

  /** The same with this stride in both directions. */
  public MaxPool2D strides(int stride) {
    return new MaxPool2D(
        new Window(window.height(), window.width(), stride, stride, window.padding()));
  }

  /** The same with this padding. */
  public MaxPool2D padding(Padding padding) {
    return new MaxPool2D(
        new Window(window.height(), window.width(), window.strideY(), window.strideX(), padding));
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
