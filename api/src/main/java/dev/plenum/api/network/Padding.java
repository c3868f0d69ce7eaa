package dev.plenum.api.network;

import java.util.Locale;

/** What a window does at the border of an image. */
public enum Padding {
  /** Windows stay inside the image; the output is smaller. */
  VALID {
    @Override
    public int outputSize(int inputSize, int window, int stride) {
      return inputSize < window ? 0 : (inputSize - window) / stride + 1;
    }

    @Override
    public int before(int inputSize, int window, int stride) {
      return 0;
    }
  },
  /**
   * The image is surrounded so that the output has ⌈input / stride⌉ rows and columns. What cannot be
   * split evenly goes to the bottom and to the right.
   */
  SAME {
    @Override
    public int outputSize(int inputSize, int window, int stride) {
      return (inputSize - 1) / stride + 1;
    }

    @Override
    public int before(int inputSize, int window, int stride) {
      int total = (outputSize(inputSize, window, stride) - 1) * stride - inputSize + window;
      return Math.max(total, 0) / 2;
    }
  };

  /**
   * {@return the number of windows along one axis; 0 if not even one fits}
   *
   * @param inputSize rows or columns of the image
   * @param window rows or columns that a window spans, its dilation included
   * @param stride rows or columns from one window to the next
   */
  public abstract int outputSize(int inputSize, int window, int stride);

  /**
   * {@return the number of rows above (or columns to the left of) the image that the first window covers}
   *
   * @param inputSize rows or columns of the image
   * @param window rows or columns that a window spans, its dilation included
   * @param stride rows or columns from one window to the next
   */
  public abstract int before(int inputSize, int window, int stride);

  /** Keras's name: {@code same}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
