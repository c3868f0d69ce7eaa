package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.LANES;

/**
 * The version on the Vector API.
 *
 * <p>C is cut into tiles that stay in registers while the depth is run through once: up to 6 rows of two
 * vectors (12 sums, two vectors of B and one broadcast value of A fit the 16 registers of processors with
 * 256-bit vectors; 12 hide the latency of fma); and up to 7 rows of the last vector where their number is
 * odd. Columns are the outer loop, so that the 2 vectors × depth of B that a column of tiles reads stay in
 * the cache; rows are shared evenly among the tiles.
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
    int pairedColumns = columns / (2 * LANES) * (2 * LANES);
    for (int column = 0; column < pairedColumns; column += 2 * LANES) {
      int height;
      for (int row = 0; row < rows; row += height) {
        height = height(rows - row, aRow == 1 ? VectorFlatTiles.ROWS : VectorDeepTiles.ROWS);
        int firstA = aOffset + row * aRow;
        int firstB = bOffset + column;
        int firstD = dOffset + row * dRow + column;
        int firstC = cOffset + row * cRow + column;
        if (aRow == 1 && height == 5) {
          VectorFlatTiles.add5x2(
              depth, a, firstA, aDepth, b, firstB, bRow, d, firstD, dRow, c, firstC, cRow);
        } else if (aDepth == 1 && height == 6) {
          VectorDeepTiles.add6x2(
              depth, a, firstA, aRow, b, firstB, bRow, d, firstD, dRow, c, firstC, cRow);
        } else if (aDepth == 1 && height == 5) {
          VectorDeepTiles.add5x2(
              depth, a, firstA, aRow, b, firstB, bRow, d, firstD, dRow, c, firstC, cRow);
        } else {
          height = Math.min(height, VectorRestTiles.PAIRED_ROWS);
          VectorRestTiles.addx2(
              height, depth, a, firstA, aRow, aDepth, b, firstB, bRow, d, firstD, dRow, c, firstC,
              cRow);
        }
      }
    }
    if (pairedColumns < columns) {
      for (int row = 0; row < rows; row += VectorRestTiles.SINGLE_ROWS) {
        VectorRestTiles.addx1(
            Math.min(VectorRestTiles.SINGLE_ROWS, rows - row),
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

  /** Rows of the next tile where so many are left: the tiles share them as evenly as they can. */
  private static int height(int rows, int max) {
    int tiles = (rows + max - 1) / max;
    return (rows + tiles - 1) / tiles;
  }
}
