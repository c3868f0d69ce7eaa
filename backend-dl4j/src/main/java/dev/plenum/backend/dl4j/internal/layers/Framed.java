package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer's input as ND4J's sliding windows want it. They can leave out as many rows above the image
 * as below it, and as many columns on both sides; where padding "same" cannot be split evenly, the
 * image is copied into a frame of its own.
 */
final class Framed {
  private static final int UNDILATED = 1;
  private static final int GIVEN_PADDING = 0;

  private final Window window;
  private final boolean hasFrame;
  private final int padY;
  private final int padX;
  private final INDArray input;
  private final @Nullable INDArray inputGradient;
  private final @Nullable Runnable copyIn;
  private final @Nullable Runnable copyOut;

  /**
   * The input of a layer.
   *
   * @param window not dilated
   * @param fill what lies around the image
   */
  Framed(Connections connections, Shape shape, Window window, float fill, NativeMemory memory) {
    this.window = window;
    int top = window.top(shape);
    int left = window.left(shape);
    int bottom =
        after(window.outputHeight(shape), window.strideY(), window.height(), shape.height() + top);
    int right =
        after(window.outputWidth(shape), window.strideX(), window.width(), shape.width() + left);
    // Where no window reaches the end of the image, nothing lies below or to the right of it.
    hasFrame = (bottom != top) || (right != left);
    padY = hasFrame ? 0 : top;
    padX = hasFrame ? 0 : left;
    if (!hasFrame) {
      input = connections.input();
      inputGradient = connections.inputGradient();
      copyIn = null;
      copyOut = null;
      return;
    }
    long[] framedShape = {
      connections.count(),
      top + shape.height() + bottom,
      left + shape.width() + right,
      shape.channels()
    };
    input = memory.zeros(framedShape);
    input.assign(fill);
    copyIn = Elementwise.copy(connections.input(), interior(input, top, left, shape));
    inputGradient = connections.inputGradient() == null ? null : memory.zeros(framedShape);
    copyOut = inputGradient == null || connections.inputGradient() == null
        ? null
        : Elementwise.copy(interior(inputGradient, top, left, shape), connections.inputGradient());
  }

  /** Rows (or columns) of the last window that lie beyond the image. */
  private static int after(int windows, int stride, int window, int end) {
    return Math.max(0, (windows - 1) * stride + window - end);
  }

  /** Where an image of that shape lies in a larger one. */
  static INDArray interior(INDArray framed, int top, int left, Shape shape) {
    INDArray rows = NativeMemory.part(framed, 1, top, shape.height());
    return NativeMemory.part(rows, 2, left, shape.width());
  }

  INDArray input() {
    return input;
  }

  /** Where the operation writes the gradient of {@link #input}; null where nobody needs it. */
  @Nullable
  INDArray inputGradient() {
    return inputGradient;
  }

  void copyIn() {
    if (copyIn != null) {
      copyIn.run();
    }
  }

  void copyOut() {
    if (copyOut != null) {
      copyOut.run();
    }
  }

  /**
   * The arguments that ND4J's window operations begin with: size, strides, padding, dilation, and
   * that the padding is the given one.
   */
  int[] arguments(int... more) {
    int[] common = {
      window.height(),
      window.width(),
      window.strideY(),
      window.strideX(),
      padY,
      padX,
      UNDILATED,
      UNDILATED,
      GIVEN_PADDING
    };
    int[] all = Arrays.copyOf(common, common.length + more.length);
    System.arraycopy(more, 0, all, common.length, more.length);
    return all;
  }
}
