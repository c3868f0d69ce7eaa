package dev.plenum.backend.purejava.internal.kernels;

/**
 * Matrix multiplication, the one kernel that convolutions and dense layers are made of, forward and
 * backward. An instance belongs to one thread.
 *
 * <p>All implementations give the same bits: element (r, c) is {@code D[r][c] + s} where s starts at 0
 * and takes {@code s = fma(A[r][d], B[d][c], s)} for d = 0, 1, 2, … in this order. Only independent
 * elements may be computed side by side.
 */
public interface Gemm {

  /** What {@code columns} is a multiple of: the lanes of the widest vectors. */
  int COLUMNS = 16;

  /**
   * C ← D + A · B.
   *
   * @param rows rows of A, C and D
   * @param columns columns of B, C and D, a multiple of {@link #COLUMNS}
   * @param depth columns of A and rows of B
   * @param a holds A[r][d] at {@code aOffset + r · aRow + d · aDepth}
   * @param b holds B[d][c] at {@code bOffset + d · bRow + c}
   * @param d holds D[r][c] at {@code dOffset + r · dRow + c}; may be c
   * @param c gets C[r][c] at {@code cOffset + r · cRow + c}; no part of a or b
   */
  void multiplyAdd(
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
      int cRow);

  /** C ← C + A · B. */
  default void multiplyAdd(
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
      float[] c,
      int cOffset,
      int cRow) {
    multiplyAdd(
        rows, columns, depth, a, aOffset, aRow, aDepth, b, bOffset, bRow, c, cOffset, cRow, c,
        cOffset, cRow);
  }

  /** The smallest multiple of {@link #COLUMNS} that is not less than {@code n}. */
  static int padded(int n) {
    return (n + COLUMNS - 1) / COLUMNS * COLUMNS;
  }
}
