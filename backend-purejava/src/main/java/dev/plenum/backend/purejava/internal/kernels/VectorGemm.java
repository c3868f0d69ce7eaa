package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorTiles.LANES;
import static dev.plenum.backend.purejava.internal.kernels.VectorTiles.REST_ROWS;
import static dev.plenum.backend.purejava.internal.kernels.VectorTiles.ROWS;

/**
 * The version on the Vector API.
 *
 * <p>C is cut into tiles that stay in registers while the depth is run through once: 7 rows of two
 * vectors where there are so many (14 sums, enough to hide the latency of fma and few enough for 16
 * registers; 7 divides the usual image sizes 28 and 14); below them up to 5 rows of two vectors (5 are
 * the usual row of a kernel); and 7 rows of the last vector where their number is odd. Columns are the
 * outer loop, so that the 2 vectors × depth of B that a column of tiles reads stay in the cache.
 */
final class VectorGemm implements Gemm {

  @Override
  public void multiplyAdd(
      int rows,
      int columns,
      int depth,
      float[] a,
      int aOffset,
      int aRow,
      int aDepth,
      float[] b,
      int bOffset,
      int bRow,
      float[] d,
      int dOffset,
      int dRow,
      float[] c,
      int cOffset,
      int cRow) {
    int wholeRows = rows / ROWS * ROWS;
    int pairedColumns = columns / (2 * LANES) * (2 * LANES);
    for (int column = 0; column < pairedColumns; column += 2 * LANES) {
      for (int row = 0; row < wholeRows; row += ROWS) {
        VectorTiles.add7x2(
            depth,
            a,
            aOffset + row * aRow,
            aRow,
            aDepth,
            b,
            bOffset + column,
            bRow,
            d,
            dOffset + row * dRow + column,
            dRow,
            c,
            cOffset + row * cRow + column,
            cRow);
      }
      for (int row = wholeRows; row < rows; row += REST_ROWS) {
        VectorTiles.addRowsx2(
            Math.min(REST_ROWS, rows - row),
            depth,
            a,
            aOffset + row * aRow,
            aRow,
            aDepth,
            b,
            bOffset + column,
            bRow,
            d,
            dOffset + row * dRow + column,
            dRow,
            c,
            cOffset + row * cRow + column,
            cRow);
      }
    }
    if (pairedColumns < columns) {
      for (int row = 0; row < rows; row += ROWS) {
        VectorTiles.addRowsx1(
            Math.min(ROWS, rows - row),
            depth,
            a,
            aOffset + row * aRow,
            aRow,
            aDepth,
            b,
            bOffset + pairedColumns,
            bRow,
            d,
            dOffset + row * dRow + pairedColumns,
            dRow,
            c,
            cOffset + row * cRow + pairedColumns,
            cRow);
      }
    }
  }
}
