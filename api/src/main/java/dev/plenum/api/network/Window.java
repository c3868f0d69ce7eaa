package dev.plenum.api.network;

import java.util.Locale;

/**
 * A window that slides over an image, as convolutions and poolings use it.
 *
 * @param height rows of the window
 * @param width columns of the window
 * @param strideY rows from one window to the next
 * @param strideX columns from one window to the next
 * @param padding what happens at the border
 * @param dilationY rows of the image from one row of the window to the next
 * @param dilationX columns of the image from one column of the window to the next
 */
public record Window(
    int height,
    int width,
    int strideY,
    int strideX,
    Padding padding,
    int dilationY,
    int dilationX) {

  /**
   * Checks the sizes.
   *
   * @param height rows of the window
   * @param width columns of the window
   * @param strideY rows from one window to the next
   * @param strideX columns from one window to the next
   * @param padding what happens at the border
   * @param dilationY rows of the image from one row of the window to the next
   * @param dilationX columns of the image from one column of the window to the next
   * @throws InvalidNetworkException if a size is less than 1, or the window spans more than 2³¹ − 1 pixels
   */
  public Window {
    Check.positive("a window", "the height", height);
    Check.positive("a window", "the width", width);
    Check.positive("a window", "the vertical stride", strideY);
    Check.positive("a window", "the horizontal stride", strideX);
    Check.positive("a window", "the vertical dilation", dilationY);
    Check.positive("a window", "the horizontal dilation", dilationX);
    if ((height - 1L) * dilationY >= Integer.MAX_VALUE
        || (width - 1L) * dilationX >= Integer.MAX_VALUE) {
      throw new InvalidNetworkException(String.format(
          Locale.ROOT,
          "a window of %dx%d with the dilation %dx%d spans more than 2^31 - 1 pixels",
          height,
          width,
          dilationY,
          dilationX));
    }
  }

  /**
   * A window without dilation.
   *
   * @param height rows of the window, at least 1
   * @param width columns of the window, at least 1
   * @param strideY rows from one window to the next, at least 1
   * @param strideX columns from one window to the next, at least 1
   * @param padding what happens at the border
   */
  public Window(int height, int width, int strideY, int strideX, Padding padding) {
    this(height, width, strideY, strideX, padding, 1, 1);
  }

  /** A square window that moves by one pixel and stays inside the image. */
  static Window square(int size) {
    return new Window(size, size, 1, 1, Padding.VALID);
  }

  /**
   * {@return the same window with these strides}
   *
   * @param strideY rows from one window to the next, at least 1
   * @param strideX columns from one window to the next, at least 1
   */
  public Window strides(int strideY, int strideX) {
    return new Window(height, width, strideY, strideX, padding, dilationY, dilationX);
  }

  /**
   * {@return the same window with this padding}
   *
   * @param padding what happens at the border
   */
  public Window padding(Padding padding) {
    return new Window(height, width, strideY, strideX, padding, dilationY, dilationX);
  }

  /**
   * {@return the same window with these dilations}
   *
   * @param dilationY rows of the image from one row of the window to the next, at least 1
   * @param dilationX columns of the image from one column of the window to the next, at least 1
   */
  public Window dilation(int dilationY, int dilationX) {
    return new Window(height, width, strideY, strideX, padding, dilationY, dilationX);
  }

  /** {@return whether neighbours in the window are not neighbours in the image} */
  public boolean isDilated() {
    return dilationY > 1 || dilationX > 1;
  }

  /** {@return the rows of the image from the window's first to its last} */
  public int spanY() {
    return (height - 1) * dilationY + 1;
  }

  /** {@return the columns of the image from the window's first to its last} */
  public int spanX() {
    return (width - 1) * dilationX + 1;
  }

  /**
   * {@return the number of windows from top to bottom; 0 if none fits}
   *
   * @param input the image's shape, (height, width, channels)
   */
  public int outputHeight(Shape input) {
    return padding.outputSize(input.height(), spanY(), strideY);
  }

  /**
   * {@return the number of windows from left to right; 0 if none fits}
   *
   * @param input the image's shape, (height, width, channels)
   */
  public int outputWidth(Shape input) {
    return padding.outputSize(input.width(), spanX(), strideX);
  }

  /**
   * {@return the number of rows of the first window that lie above the image}
   *
   * @param input the image's shape, (height, width, channels)
   */
  public int top(Shape input) {
    return padding.before(input.height(), spanY(), strideY);
  }

  /**
   * {@return the number of columns of the first window that lie to the left of the image}
   *
   * @param input the image's shape, (height, width, channels)
   */
  public int left(Shape input) {
    return padding.before(input.width(), spanX(), strideX);
  }

  /** For messages: {@code 5x5}. */
  String size() {
    return height + "x" + width;
  }
}
