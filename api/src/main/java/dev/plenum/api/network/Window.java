package dev.plenum.api.network;

/**
 * A window that slides over an image, as convolutions and poolings use it.
 *
 * @param height rows of the window
 * @param width columns of the window
 * @param strideY rows from one window to the next
 * @param strideX columns from one window to the next
 * @param padding what happens at the border
 */
public record Window(int height, int width, int strideY, int strideX, Padding padding) {

  /**
   * Checks the sizes.
   *
   * @throws InvalidNetworkException if a size is less than 1
   */
  public Window {
    Check.positive("a window", "the height", height);
    Check.positive("a window", "the width", width);
    Check.positive("a window", "the vertical stride", strideY);
    Check.positive("a window", "the horizontal stride", strideX);
  }

  /** The number of windows from top to bottom; 0 if none fits. */
  public int outputHeight(Shape input) {
    return padding.outputSize(input.height(), height, strideY);
  }

  /** The number of windows from left to right; 0 if none fits. */
  public int outputWidth(Shape input) {
    return padding.outputSize(input.width(), width, strideX);
  }

  /** Rows of the first window that lie above the image. */
  public int top(Shape input) {
    return padding.before(input.height(), height, strideY);
  }

  /** Columns of the first window that lie to the left of the image. */
  public int left(Shape input) {
    return padding.before(input.width(), width, strideX);
  }

  /** For messages: {@code 5x5}. */
  String size() {
    return height + "x" + width;
  }
}
