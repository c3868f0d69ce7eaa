package dev.plenum.backend.purejava.internal.layers;

import java.util.ArrayList;
import java.util.List;

/**
 * The input pixels of a convolution with one remainder of the strides, and the part of the kernel that
 * they see; see {@link ConvDataGradient}.
 *
 * @param y the remainder of the row, counted from the first row of padding
 * @param x the remainder of the column
 * @param geometry the convolution
 * @param firstRow the first input row with this remainder
 * @param firstColumn the first input column with it
 * @param rows how many input rows have it
 * @param columns how many input columns have it
 * @param tapsY how many kernel rows they see
 * @param tapsX how many kernel columns
 */
record StrideRemainder(
    int y,
    int x,
    ConvGeometry geometry,
    int firstRow,
    int firstColumn,
    int rows,
    int columns,
    int tapsY,
    int tapsX) {

  /** All remainders that any pixel of an input of that size has. */
  static List<StrideRemainder> of(ConvGeometry geometry, int height, int width) {
    List<StrideRemainder> remainders = new ArrayList<>();
    for (int y = 0; y < geometry.strideY(); y++) {
      for (int x = 0; x < geometry.strideX(); x++) {
        int firstRow = Math.floorMod(y + geometry.firstRow(), geometry.strideY());
        int firstColumn = Math.floorMod(x + geometry.firstColumn(), geometry.strideX());
        int rows = count(firstRow, height, geometry.strideY());
        int columns = count(firstColumn, width, geometry.strideX());
        int tapsY = count(y, geometry.height(), geometry.strideY());
        int tapsX = count(x, geometry.width(), geometry.strideX());
        if (rows > 0 && columns > 0) {
          remainders.add(new StrideRemainder(
              y, x, geometry, firstRow, firstColumn, rows, columns, tapsY, tapsX));
        }
      }
    }
    return remainders;
  }

  /** Of the numbers first, first + step, … those that are less than the end. */
  private static int count(int first, int end, int step) {
    return first < end ? (end - 1 - first) / step + 1 : 0;
  }

  /** Whether any window reaches these pixels; their gradient is zero else. */
  boolean hasTaps() {
    return tapsY > 0 && tapsX > 0;
  }

  /** Where the windows of the gradient's convolution lie on the output's gradient. */
  ConvGeometry windows() {
    return new ConvGeometry(
        tapsY,
        tapsX,
        1,
        1,
        (firstRow - geometry.firstRow()) / geometry.strideY() - (tapsY - 1),
        (firstColumn - geometry.firstColumn()) / geometry.strideX() - (tapsX - 1),
        rows,
        columns);
  }

  /** The kernel row behind a row of the flipped kernel. */
  int kernelRow(int tap) {
    return y + (tapsY - 1 - tap) * geometry.strideY();
  }

  /** The kernel column behind a column of the flipped kernel. */
  int kernelColumn(int tap) {
    return x + (tapsX - 1 - tap) * geometry.strideX();
  }

  /** The input row of a row of these pixels. */
  int inputRow(int row) {
    return firstRow + row * geometry.strideY();
  }

  /** The input column of a column of these pixels. */
  int inputColumn(int column) {
    return firstColumn + column * geometry.strideX();
  }
}
