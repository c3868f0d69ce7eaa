package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.LANES;
import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of {@link VectorGemm} of any number of rows, with any strides: as {@link VectorDeepTiles}, but each index
 * in A is checked in the loop.
 */
final class VectorRestTiles {
  /** The rows of {@link #addx2} at most. */
  static final int PAIRED_ROWS = 4;

  /** The rows of {@link #addx1} at most. */
  static final int SINGLE_ROWS = 7;

  private VectorRestTiles() {}

  /**
   * Adds 1 … 4 rows × 2 vectors. Where rows are missing, the last one is computed again, and stored
   * again: 8 sums may leave the loop only without branches. So all are added before one is stored, since
   * d may be c.
   */
  static void addx2(
      int rows,
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
    int row1 = Math.min(1, rows - 1);
    int row2 = Math.min(2, rows - 1);
    int row3 = Math.min(3, rows - 1);
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    int i0 = aOffset;
    int i1 = aOffset + row1 * aRow;
    int i2 = aOffset + row2 * aRow;
    int i3 = aOffset + row3 * aRow;
    int j = bOffset;
    for (int n = 0; n < depth; n++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[i0]);
      s00 = b0.fma(x, s00);
      s01 = b1.fma(x, s01);
      x = FloatVector.broadcast(SPECIES, a[i1]);
      s10 = b0.fma(x, s10);
      s11 = b1.fma(x, s11);
      x = FloatVector.broadcast(SPECIES, a[i2]);
      s20 = b0.fma(x, s20);
      s21 = b1.fma(x, s21);
      x = FloatVector.broadcast(SPECIES, a[i3]);
      s30 = b0.fma(x, s30);
      s31 = b1.fma(x, s31);
      i0 += aDepth;
      i1 += aDepth;
      i2 += aDepth;
      i3 += aDepth;
      j += bRow;
    }
    FloatVector c00 = FloatVector.fromArray(SPECIES, d, dOffset).add(s00);
    FloatVector c01 = FloatVector.fromArray(SPECIES, d, dOffset + LANES).add(s01);
    FloatVector c10 = FloatVector.fromArray(SPECIES, d, dOffset + row1 * dRow).add(s10);
    FloatVector c11 =
        FloatVector.fromArray(SPECIES, d, dOffset + row1 * dRow + LANES).add(s11);
    FloatVector c20 = FloatVector.fromArray(SPECIES, d, dOffset + row2 * dRow).add(s20);
    FloatVector c21 =
        FloatVector.fromArray(SPECIES, d, dOffset + row2 * dRow + LANES).add(s21);
    FloatVector c30 = FloatVector.fromArray(SPECIES, d, dOffset + row3 * dRow).add(s30);
    FloatVector c31 =
        FloatVector.fromArray(SPECIES, d, dOffset + row3 * dRow + LANES).add(s31);
    c00.intoArray(c, cOffset);
    c01.intoArray(c, cOffset + LANES);
    c10.intoArray(c, cOffset + row1 * cRow);
    c11.intoArray(c, cOffset + row1 * cRow + LANES);
    c20.intoArray(c, cOffset + row2 * cRow);
    c21.intoArray(c, cOffset + row2 * cRow + LANES);
    c30.intoArray(c, cOffset + row3 * cRow);
    c31.intoArray(c, cOffset + row3 * cRow + LANES);
  }

  /**
   * Adds 1 … 7 rows × 1 vector. Where rows are missing, the last one is computed again and not stored:
   * the loop takes as long as the latency of fma, whatever the number of rows.
   */
  static void addx1(
      int rows,
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
    int row1 = Math.min(1, rows - 1) * aRow;
    int row2 = Math.min(2, rows - 1) * aRow;
    int row3 = Math.min(3, rows - 1) * aRow;
    int row4 = Math.min(4, rows - 1) * aRow;
    int row5 = Math.min(5, rows - 1) * aRow;
    int row6 = Math.min(6, rows - 1) * aRow;
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s40 = FloatVector.zero(SPECIES);
    FloatVector s50 = FloatVector.zero(SPECIES);
    FloatVector s60 = FloatVector.zero(SPECIES);
    int i = aOffset;
    int j = bOffset;
    for (int n = 0; n < depth; n++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
      s00 = b0.fma(FloatVector.broadcast(SPECIES, a[i]), s00);
      s10 = b0.fma(FloatVector.broadcast(SPECIES, a[i + row1]), s10);
      s20 = b0.fma(FloatVector.broadcast(SPECIES, a[i + row2]), s20);
      s30 = b0.fma(FloatVector.broadcast(SPECIES, a[i + row3]), s30);
      s40 = b0.fma(FloatVector.broadcast(SPECIES, a[i + row4]), s40);
      s50 = b0.fma(FloatVector.broadcast(SPECIES, a[i + row5]), s50);
      s60 = b0.fma(FloatVector.broadcast(SPECIES, a[i + row6]), s60);
      i += aDepth;
      j += bRow;
    }
    FloatVector.fromArray(SPECIES, d, dOffset).add(s00).intoArray(c, cOffset);
    if (rows > 1) {
      FloatVector.fromArray(SPECIES, d, dOffset + dRow).add(s10).intoArray(c, cOffset + cRow);
    }
    if (rows > 2) {
      FloatVector.fromArray(SPECIES, d, dOffset + 2 * dRow)
          .add(s20)
          .intoArray(c, cOffset + 2 * cRow);
    }
    if (rows > 3) {
      FloatVector.fromArray(SPECIES, d, dOffset + 3 * dRow)
          .add(s30)
          .intoArray(c, cOffset + 3 * cRow);
    }
    if (rows > 4) {
      FloatVector.fromArray(SPECIES, d, dOffset + 4 * dRow)
          .add(s40)
          .intoArray(c, cOffset + 4 * cRow);
    }
    if (rows > 5) {
      FloatVector.fromArray(SPECIES, d, dOffset + 5 * dRow)
          .add(s50)
          .intoArray(c, cOffset + 5 * cRow);
    }
    if (rows > 6) {
      FloatVector.fromArray(SPECIES, d, dOffset + 6 * dRow)
          .add(s60)
          .intoArray(c, cOffset + 6 * cRow);
    }
  }
}
