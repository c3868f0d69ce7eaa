package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.purejava.internal.kernels.MaxCells;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import java.util.Arrays;

/**
 * The largest value of each window, and which cell of the window it came from: the cell's number,
 * counted row by row. Cells outside the image are passed over.
 */
final class MaxPooling {
  private final Window window;
  private final int height;
  private final int width;
  private final int top;
  private final int left;
  private final int columns;
  private final MaxCells cells;

  MaxPooling(Window window, Shape input, MaxCells cells) {
    this.window = window;
    this.cells = cells;
    height = input.height();
    width = input.width();
    top = window.top(input);
    left = window.left(input);
    columns = window.outputWidth(input);
  }

  /** The image row where the windows of a row begin; negative above the image. */
  int firstRow(int row) {
    return row * window.strideY() - top;
  }

  /** The image column where the windows of a column begin; negative beside the image. */
  int firstColumn(int column) {
    return column * window.strideX() - left;
  }

  /** The first pixel of a window, counted row by row. */
  int firstPixel(int row, int column) {
    return firstRow(row) * width + firstColumn(column);
  }

  /** The pixel of each cell, relative to its window's first. */
  int[] cellPixels() {
    int[] pixels = new int[window.height() * window.width()];
    for (int cell = 0; cell < pixels.length; cell++) {
      pixels[cell] = cell / window.width() * width + cell % window.width();
    }
    return pixels;
  }

  /** The image row behind the windows of a row. */
  int endRow(int row) {
    return Math.min(height, firstRow(row) + window.height());
  }

  /**
   * Pools one row of windows.
   *
   * @param in the image, whose pixel (0, 0) lies at {@code inOffset}
   * @param inRow from one image row to the next
   * @param inPixel from one pixel to the next
   * @param channels values of a pixel, rounded up to whole vectors
   * @param best gets the largest values, window after window, from {@link Aligned#START}
   * @param winners gets the cells, likewise from {@code winnersOffset}
   */
  void poolRow(
      int row,
      float[] in,
      int inOffset,
      int inRow,
      int inPixel,
      int channels,
      float[] best,
      float[] winners,
      int winnersOffset) {
    int firstY = Math.max(0, -firstRow(row));
    int bestEnd = Aligned.START + columns * channels;
    Arrays.fill(best, Aligned.START, bestEnd, Float.NEGATIVE_INFINITY);
    for (int column = 0; column < columns; column++) {
      int start = winnersOffset + column * channels;
      int firstCell = firstY * window.width() + Math.max(0, -firstColumn(column));
      Arrays.fill(winners, start, start + channels, firstCell);
    }
    for (int y = firstY; firstRow(row) + y < endRow(row); y++) {
      for (int x = 0; x < window.width(); x++) {
        int from = Math.max(0, ceilDiv(left - x, window.strideX()));
        int to = Math.min(columns, Math.floorDiv(width - 1 + left - x, window.strideX()) + 1);
        if (from < to) {
          cells.offer(
              to - from,
              channels,
              in,
              inOffset + (firstRow(row) + y) * inRow + (firstColumn(from) + x) * inPixel,
              window.strideX() * inPixel,
              y * window.width() + x,
              best,
              Aligned.START + from * channels,
              winners,
              winnersOffset + from * channels);
        }
      }
    }
  }

  private static int ceilDiv(int a, int b) {
    return -Math.floorDiv(-a, b);
  }
}
