package dev.plenum.backend.purejava.internal.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of {@link VectorGemm}, with their sums in registers: one loop over the depth; in it, each
 * vector of B is loaded once and multiplied by the broadcast A of each row.
 *
 * <p>C2 keeps the vectors in registers only if a sum is an argument of {@code fma} and nothing else
 * inside the loop, and leaves it as an argument too, hence {@code fromArray(d).add(sum)}: JDK 17 boxes
 * a sum that is a receiver, at a hundredth of the speed. All of D is loaded before C is stored, as in
 * {@link VectorWinograd}. The stores are written out: handing a sum to a method halves the speed on
 * JDK 17, and costs a quarter of it on 25 where the depth is small. Nor may more than 7 sums leave it
 * through branches, which costs four fifths of the speed. For the same reason the species is one
 * constant of the whole JVM, and the rows are written out instead of looped over.
 *
 * <p>Processors with 256-bit vectors have half as much to compute for each bounds check, and checks of
 * six rows took half of the time there. C2 takes a check out of the loop where the loop's own variable
 * plus a constant is the index ("deep"), and makes two of several where the indices differ by constants
 * ("flat").
 */
final class VectorTiles {
  /** The rows of a whole tile. */
  static final int ROWS = 6;

  /** The rows of {@link #addRowsx1} at most. */
  static final int SINGLE_ROWS = 7;

  /** The rows of {@link #addFlat5x2}. */
  static final int FLAT_ROWS = 5;

  /** The rows of {@link #addRowsx2} at most. */
  static final int REST_ROWS = 4;

  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() <= Gemm.COLUMNS
      ? FloatVector.SPECIES_PREFERRED
      : FloatVector.SPECIES_512;
  static final int LANES = SPECIES.length();

  private VectorTiles() {}

  /** Adds 7 rows × 2 vectors. */
  static void add7x2(
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
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    FloatVector s40 = FloatVector.zero(SPECIES);
    FloatVector s41 = FloatVector.zero(SPECIES);
    FloatVector s50 = FloatVector.zero(SPECIES);
    FloatVector s51 = FloatVector.zero(SPECIES);
    FloatVector s60 = FloatVector.zero(SPECIES);
    FloatVector s61 = FloatVector.zero(SPECIES);
    int i = aOffset;
    int j = bOffset;
    for (int n = 0; n < depth; n++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[i]);
      s00 = b0.fma(x, s00);
      s01 = b1.fma(x, s01);
      x = FloatVector.broadcast(SPECIES, a[i + aRow]);
      s10 = b0.fma(x, s10);
      s11 = b1.fma(x, s11);
      x = FloatVector.broadcast(SPECIES, a[i + 2 * aRow]);
      s20 = b0.fma(x, s20);
      s21 = b1.fma(x, s21);
      x = FloatVector.broadcast(SPECIES, a[i + 3 * aRow]);
      s30 = b0.fma(x, s30);
      s31 = b1.fma(x, s31);
      x = FloatVector.broadcast(SPECIES, a[i + 4 * aRow]);
      s40 = b0.fma(x, s40);
      s41 = b1.fma(x, s41);
      x = FloatVector.broadcast(SPECIES, a[i + 5 * aRow]);
      s50 = b0.fma(x, s50);
      s51 = b1.fma(x, s51);
      x = FloatVector.broadcast(SPECIES, a[i + 6 * aRow]);
      s60 = b0.fma(x, s60);
      s61 = b1.fma(x, s61);
      i += aDepth;
      j += bRow;
    }
    FloatVector c00 = FloatVector.fromArray(SPECIES, d, dOffset).add(s00);
    FloatVector c01 = FloatVector.fromArray(SPECIES, d, dOffset + LANES).add(s01);
    FloatVector c10 = FloatVector.fromArray(SPECIES, d, dOffset + dRow).add(s10);
    FloatVector c11 = FloatVector.fromArray(SPECIES, d, dOffset + dRow + LANES).add(s11);
    FloatVector c20 = FloatVector.fromArray(SPECIES, d, dOffset + 2 * dRow).add(s20);
    FloatVector c21 =
        FloatVector.fromArray(SPECIES, d, dOffset + 2 * dRow + LANES).add(s21);
    FloatVector c30 = FloatVector.fromArray(SPECIES, d, dOffset + 3 * dRow).add(s30);
    FloatVector c31 =
        FloatVector.fromArray(SPECIES, d, dOffset + 3 * dRow + LANES).add(s31);
    FloatVector c40 = FloatVector.fromArray(SPECIES, d, dOffset + 4 * dRow).add(s40);
    FloatVector c41 =
        FloatVector.fromArray(SPECIES, d, dOffset + 4 * dRow + LANES).add(s41);
    FloatVector c50 = FloatVector.fromArray(SPECIES, d, dOffset + 5 * dRow).add(s50);
    FloatVector c51 =
        FloatVector.fromArray(SPECIES, d, dOffset + 5 * dRow + LANES).add(s51);
    FloatVector c60 = FloatVector.fromArray(SPECIES, d, dOffset + 6 * dRow).add(s60);
    FloatVector c61 =
        FloatVector.fromArray(SPECIES, d, dOffset + 6 * dRow + LANES).add(s61);
    c00.intoArray(c, cOffset);
    c01.intoArray(c, cOffset + LANES);
    c10.intoArray(c, cOffset + cRow);
    c11.intoArray(c, cOffset + cRow + LANES);
    c20.intoArray(c, cOffset + 2 * cRow);
    c21.intoArray(c, cOffset + 2 * cRow + LANES);
    c30.intoArray(c, cOffset + 3 * cRow);
    c31.intoArray(c, cOffset + 3 * cRow + LANES);
    c40.intoArray(c, cOffset + 4 * cRow);
    c41.intoArray(c, cOffset + 4 * cRow + LANES);
    c50.intoArray(c, cOffset + 5 * cRow);
    c51.intoArray(c, cOffset + 5 * cRow + LANES);
    c60.intoArray(c, cOffset + 6 * cRow);
    c61.intoArray(c, cOffset + 6 * cRow + LANES);
  }

  /** Adds 6 rows × 2 vectors, where the depth of A is contiguous. */
  static void addDeep6x2(
      int depth,
      float[] a,
      int aOffset,
      int aRow,
      float[] b,
      int bOffset,
      int bRow,
      float[] d,
      int dOffset,
      int dRow,
      float[] c,
      int cOffset,
      int cRow) {
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    FloatVector s40 = FloatVector.zero(SPECIES);
    FloatVector s41 = FloatVector.zero(SPECIES);
    FloatVector s50 = FloatVector.zero(SPECIES);
    FloatVector s51 = FloatVector.zero(SPECIES);
    int i0 = aOffset;
    int i1 = aOffset + aRow;
    int i2 = aOffset + 2 * aRow;
    int i3 = aOffset + 3 * aRow;
    int i4 = aOffset + 4 * aRow;
    int i5 = aOffset + 5 * aRow;
    int j = bOffset;
    for (int n = 0; n < depth; n++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[i0 + n]);
      s00 = b0.fma(x, s00);
      s01 = b1.fma(x, s01);
      x = FloatVector.broadcast(SPECIES, a[i1 + n]);
      s10 = b0.fma(x, s10);
      s11 = b1.fma(x, s11);
      x = FloatVector.broadcast(SPECIES, a[i2 + n]);
      s20 = b0.fma(x, s20);
      s21 = b1.fma(x, s21);
      x = FloatVector.broadcast(SPECIES, a[i3 + n]);
      s30 = b0.fma(x, s30);
      s31 = b1.fma(x, s31);
      x = FloatVector.broadcast(SPECIES, a[i4 + n]);
      s40 = b0.fma(x, s40);
      s41 = b1.fma(x, s41);
      x = FloatVector.broadcast(SPECIES, a[i5 + n]);
      s50 = b0.fma(x, s50);
      s51 = b1.fma(x, s51);
      j += bRow;
    }
    FloatVector c00 = FloatVector.fromArray(SPECIES, d, dOffset).add(s00);
    FloatVector c01 = FloatVector.fromArray(SPECIES, d, dOffset + LANES).add(s01);
    FloatVector c10 = FloatVector.fromArray(SPECIES, d, dOffset + dRow).add(s10);
    FloatVector c11 = FloatVector.fromArray(SPECIES, d, dOffset + dRow + LANES).add(s11);
    FloatVector c20 = FloatVector.fromArray(SPECIES, d, dOffset + 2 * dRow).add(s20);
    FloatVector c21 =
        FloatVector.fromArray(SPECIES, d, dOffset + 2 * dRow + LANES).add(s21);
    FloatVector c30 = FloatVector.fromArray(SPECIES, d, dOffset + 3 * dRow).add(s30);
    FloatVector c31 =
        FloatVector.fromArray(SPECIES, d, dOffset + 3 * dRow + LANES).add(s31);
    FloatVector c40 = FloatVector.fromArray(SPECIES, d, dOffset + 4 * dRow).add(s40);
    FloatVector c41 =
        FloatVector.fromArray(SPECIES, d, dOffset + 4 * dRow + LANES).add(s41);
    FloatVector c50 = FloatVector.fromArray(SPECIES, d, dOffset + 5 * dRow).add(s50);
    FloatVector c51 =
        FloatVector.fromArray(SPECIES, d, dOffset + 5 * dRow + LANES).add(s51);
    c00.intoArray(c, cOffset);
    c01.intoArray(c, cOffset + LANES);
    c10.intoArray(c, cOffset + cRow);
    c11.intoArray(c, cOffset + cRow + LANES);
    c20.intoArray(c, cOffset + 2 * cRow);
    c21.intoArray(c, cOffset + 2 * cRow + LANES);
    c30.intoArray(c, cOffset + 3 * cRow);
    c31.intoArray(c, cOffset + 3 * cRow + LANES);
    c40.intoArray(c, cOffset + 4 * cRow);
    c41.intoArray(c, cOffset + 4 * cRow + LANES);
    c50.intoArray(c, cOffset + 5 * cRow);
    c51.intoArray(c, cOffset + 5 * cRow + LANES);
  }

  /** Adds 5 rows × 2 vectors, where the depth of A is contiguous. */
  static void addDeep5x2(
      int depth,
      float[] a,
      int aOffset,
      int aRow,
      float[] b,
      int bOffset,
      int bRow,
      float[] d,
      int dOffset,
      int dRow,
      float[] c,
      int cOffset,
      int cRow) {
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    FloatVector s40 = FloatVector.zero(SPECIES);
    FloatVector s41 = FloatVector.zero(SPECIES);
    int i0 = aOffset;
    int i1 = aOffset + aRow;
    int i2 = aOffset + 2 * aRow;
    int i3 = aOffset + 3 * aRow;
    int i4 = aOffset + 4 * aRow;
    int j = bOffset;
    for (int n = 0; n < depth; n++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[i0 + n]);
      s00 = b0.fma(x, s00);
      s01 = b1.fma(x, s01);
      x = FloatVector.broadcast(SPECIES, a[i1 + n]);
      s10 = b0.fma(x, s10);
      s11 = b1.fma(x, s11);
      x = FloatVector.broadcast(SPECIES, a[i2 + n]);
      s20 = b0.fma(x, s20);
      s21 = b1.fma(x, s21);
      x = FloatVector.broadcast(SPECIES, a[i3 + n]);
      s30 = b0.fma(x, s30);
      s31 = b1.fma(x, s31);
      x = FloatVector.broadcast(SPECIES, a[i4 + n]);
      s40 = b0.fma(x, s40);
      s41 = b1.fma(x, s41);
      j += bRow;
    }
    FloatVector c00 = FloatVector.fromArray(SPECIES, d, dOffset).add(s00);
    FloatVector c01 = FloatVector.fromArray(SPECIES, d, dOffset + LANES).add(s01);
    FloatVector c10 = FloatVector.fromArray(SPECIES, d, dOffset + dRow).add(s10);
    FloatVector c11 = FloatVector.fromArray(SPECIES, d, dOffset + dRow + LANES).add(s11);
    FloatVector c20 = FloatVector.fromArray(SPECIES, d, dOffset + 2 * dRow).add(s20);
    FloatVector c21 =
        FloatVector.fromArray(SPECIES, d, dOffset + 2 * dRow + LANES).add(s21);
    FloatVector c30 = FloatVector.fromArray(SPECIES, d, dOffset + 3 * dRow).add(s30);
    FloatVector c31 =
        FloatVector.fromArray(SPECIES, d, dOffset + 3 * dRow + LANES).add(s31);
    FloatVector c40 = FloatVector.fromArray(SPECIES, d, dOffset + 4 * dRow).add(s40);
    FloatVector c41 =
        FloatVector.fromArray(SPECIES, d, dOffset + 4 * dRow + LANES).add(s41);
    c00.intoArray(c, cOffset);
    c01.intoArray(c, cOffset + LANES);
    c10.intoArray(c, cOffset + cRow);
    c11.intoArray(c, cOffset + cRow + LANES);
    c20.intoArray(c, cOffset + 2 * cRow);
    c21.intoArray(c, cOffset + 2 * cRow + LANES);
    c30.intoArray(c, cOffset + 3 * cRow);
    c31.intoArray(c, cOffset + 3 * cRow + LANES);
    c40.intoArray(c, cOffset + 4 * cRow);
    c41.intoArray(c, cOffset + 4 * cRow + LANES);
  }

  /** Adds 5 rows × 2 vectors, where the rows of A are contiguous. */
  static void addFlat5x2(
      int depth,
      float[] a,
      int aOffset,
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
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    FloatVector s40 = FloatVector.zero(SPECIES);
    FloatVector s41 = FloatVector.zero(SPECIES);
    int i = aOffset;
    int j = bOffset;
    for (int n = 0; n < depth; n++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, j + LANES);
      FloatVector x = FloatVector.broadcast(SPECIES, a[i]);
      s00 = b0.fma(x, s00);
      s01 = b1.fma(x, s01);
      x = FloatVector.broadcast(SPECIES, a[i + 1]);
      s10 = b0.fma(x, s10);
      s11 = b1.fma(x, s11);
      x = FloatVector.broadcast(SPECIES, a[i + 2]);
      s20 = b0.fma(x, s20);
      s21 = b1.fma(x, s21);
      x = FloatVector.broadcast(SPECIES, a[i + 3]);
      s30 = b0.fma(x, s30);
      s31 = b1.fma(x, s31);
      x = FloatVector.broadcast(SPECIES, a[i + 4]);
      s40 = b0.fma(x, s40);
      s41 = b1.fma(x, s41);
      i += aDepth;
      j += bRow;
    }
    FloatVector c00 = FloatVector.fromArray(SPECIES, d, dOffset).add(s00);
    FloatVector c01 = FloatVector.fromArray(SPECIES, d, dOffset + LANES).add(s01);
    FloatVector c10 = FloatVector.fromArray(SPECIES, d, dOffset + dRow).add(s10);
    FloatVector c11 = FloatVector.fromArray(SPECIES, d, dOffset + dRow + LANES).add(s11);
    FloatVector c20 = FloatVector.fromArray(SPECIES, d, dOffset + 2 * dRow).add(s20);
    FloatVector c21 =
        FloatVector.fromArray(SPECIES, d, dOffset + 2 * dRow + LANES).add(s21);
    FloatVector c30 = FloatVector.fromArray(SPECIES, d, dOffset + 3 * dRow).add(s30);
    FloatVector c31 =
        FloatVector.fromArray(SPECIES, d, dOffset + 3 * dRow + LANES).add(s31);
    FloatVector c40 = FloatVector.fromArray(SPECIES, d, dOffset + 4 * dRow).add(s40);
    FloatVector c41 =
        FloatVector.fromArray(SPECIES, d, dOffset + 4 * dRow + LANES).add(s41);
    c00.intoArray(c, cOffset);
    c01.intoArray(c, cOffset + LANES);
    c10.intoArray(c, cOffset + cRow);
    c11.intoArray(c, cOffset + cRow + LANES);
    c20.intoArray(c, cOffset + 2 * cRow);
    c21.intoArray(c, cOffset + 2 * cRow + LANES);
    c30.intoArray(c, cOffset + 3 * cRow);
    c31.intoArray(c, cOffset + 3 * cRow + LANES);
    c40.intoArray(c, cOffset + 4 * cRow);
    c41.intoArray(c, cOffset + 4 * cRow + LANES);
  }

  /**
   * Adds 1 … 4 rows × 2 vectors. Where rows are missing, the last one is computed again, and stored
   * again: 8 sums may leave the loop only without branches. So all are added before one is stored, since
   * d may be c.
   */
  static void addRowsx2(
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
  static void addRowsx1(
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
