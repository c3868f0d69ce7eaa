package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.kernels.Patch;
import dev.plenum.backend.purejava.internal.memory.Border;

/**
 * Where the windows of a convolution lie on the maps that it reads.
 *
 * @param height rows of a window
 * @param width columns of a window
 * @param strideY from window to window, downward
 * @param strideX from window to window, to the right
 * @param firstRow where the first window begins; negative in the border
 * @param firstColumn likewise
 * @param rows windows from top to bottom
 * @param columns windows from left to right
 */
record ConvGeometry(
    int height,
    int width,
    int strideY,
    int strideX,
    int firstRow,
    int firstColumn,
    int rows,
    int columns) {

  /** The windows of a layer on its input. */
  static ConvGeometry of(Window window, Shape input) {
    return new ConvGeometry(
        window.height(),
        window.width(),
        window.strideY(),
        window.strideX(),
        -window.top(input),
        -window.left(input),
        window.outputHeight(input),
        window.outputWidth(input));
  }

  /** The same with another number of windows. */
  ConvGeometry withWindows(int down, int across) {
    return new ConvGeometry(height, width, strideY, strideX, firstRow, firstColumn, down, across);
  }

  /**
   * Where each window's patch begins, relative to the first.
   *
   * @param rowStep from one row of the maps to the next
   * @param pixelStep from one pixel to the next
   */
  int[] patchStarts(int rowStep, int pixelStep) {
    int[] starts = new int[rows * columns];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = i / columns * strideY * rowStep + i % columns * strideX * pixelStep;
    }
    return starts;
  }

  /** A window's patch; the steps are as above. */
  Patch patch(int rowStep, int pixelStep) {
    return new Patch(height, rowStep, Gemm.padded(width * pixelStep) / Gemm.COLUMNS);
  }

  /** The zeros that the windows read around maps of that size. */
  Border border(int mapHeight, int mapWidth) {
    return new Border(
        Math.max(0, -firstRow),
        Math.max(0, -firstColumn),
        Math.max(0, firstRow + (rows - 1) * strideY + height - mapHeight),
        Math.max(0, firstColumn + (columns - 1) * strideX + width - mapWidth));
  }
}
