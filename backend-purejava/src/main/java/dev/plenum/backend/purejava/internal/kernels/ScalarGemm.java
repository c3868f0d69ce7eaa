package dev.plenum.backend.purejava.internal.kernels;

import java.util.Arrays;

/**
 * The version without the Vector API, and the specification of {@link VectorGemm}.
 *
 * <p>Loop order: blocks of 32 columns and 32 rows; within, taps of 8 depths; within, rows; within,
 * columns. The innermost loop is one that C2 vectorises by itself: it needs every operand in an array
 * of its own with one common index, so the 8 rows of B and the sums are copied to such arrays first.
 */
final class ScalarGemm implements Gemm {
  private static final int BLOCK = 32;
  private static final int TAPS = 8;

  private final float[][] taps = new float[TAPS][BLOCK];
  private final float[][] sums = new float[BLOCK][BLOCK];
  private final float[] x = new float[TAPS];

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
    for (int column = 0; column < columns; column += BLOCK) {
      int width = Math.min(BLOCK, columns - column);
      for (int row = 0; row < rows; row += BLOCK) {
        int height = Math.min(BLOCK, rows - row);
        block(
            height, width, depth, a, aOffset + row * aRow, aRow, aDepth, b, bOffset + column, bRow);
        addSums(
            height,
            width,
            d,
            dOffset + row * dRow + column,
            dRow,
            c,
            cOffset + row * cRow + column,
            cRow);
      }
    }
  }

  private void block(
      int height,
      int width,
      int depth,
      float[] a,
      int aOffset,
      int aRow,
      int aDepth,
      float[] b,
      int bOffset,
      int bRow) {
    for (int r = 0; r < height; r++) {
      Arrays.fill(sums[r], 0f);
    }
    for (int d = 0; d < depth; d += TAPS) {
      int count = Math.min(TAPS, depth - d);
      for (int t = 0; t < count; t++) {
        System.arraycopy(b, bOffset + (d + t) * bRow, taps[t], 0, width);
      }
      for (int r = 0; r < height; r++) {
        int first = aOffset + r * aRow + d * aDepth;
        if (count == TAPS) {
          addTaps(sums[r], a, first, aDepth);
        } else {
          addSomeTaps(sums[r], a, first, aDepth, count);
        }
      }
    }
  }

  private void addTaps(float[] sum, float[] a, int first, int aDepth) {
    for (int t = 0; t < TAPS; t++) {
      x[t] = a[first + t * aDepth];
    }
    addTaps(
        sum, taps[0], taps[1], taps[2], taps[3], taps[4], taps[5], taps[6], taps[7], x[0], x[1],
        x[2], x[3], x[4], x[5], x[6], x[7]);
  }

  private static void addTaps(
      float[] sum,
      float[] t0,
      float[] t1,
      float[] t2,
      float[] t3,
      float[] t4,
      float[] t5,
      float[] t6,
      float[] t7,
      float x0,
      float x1,
      float x2,
      float x3,
      float x4,
      float x5,
      float x6,
      float x7) {
    for (int i = 0; i < BLOCK; i++) {
      float s = Math.fma(x0, t0[i], sum[i]);
      s = Math.fma(x1, t1[i], s);
      s = Math.fma(x2, t2[i], s);
      s = Math.fma(x3, t3[i], s);
      s = Math.fma(x4, t4[i], s);
      s = Math.fma(x5, t5[i], s);
      s = Math.fma(x6, t6[i], s);
      sum[i] = Math.fma(x7, t7[i], s);
    }
  }

  private void addSomeTaps(float[] sum, float[] a, int first, int aDepth, int count) {
    for (int t = 0; t < count; t++) {
      addTap(sum, taps[t], a[first + t * aDepth]);
    }
  }

  private static void addTap(float[] sum, float[] tap, float x) {
    for (int i = 0; i < BLOCK; i++) {
      sum[i] = Math.fma(x, tap[i], sum[i]);
    }
  }

  private void addSums(
      int height, int width, float[] d, int dOffset, int dRow, float[] c, int cOffset, int cRow) {
    for (int r = 0; r < height; r++) {
      for (int i = 0; i < width; i++) {
        c[cOffset + r * cRow + i] = d[dOffset + r * dRow + i] + sums[r][i];
      }
    }
  }
}
