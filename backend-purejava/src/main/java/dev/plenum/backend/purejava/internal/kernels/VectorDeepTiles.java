package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.LANES;
import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of {@link VectorGemm} where the depth of A is contiguous, with their sums in registers: one loop
 * over the depth; in it, each vector of B is loaded once and multiplied by the broadcast A of each row.
 * The loop's own variable plus a constant is the index in A, so that C2 checks bounds outside the loop.
 *
 * <p>C2 keeps the vectors in registers only if a sum is an argument of {@code fma} and nothing else
 * inside the loop, and leaves it as an argument too, hence {@code fromArray(d).add(sum)}: JDK 17 boxes
 * a sum that is a receiver, at a hundredth of the speed. All of D is loaded before C is stored, as in
 * {@link VectorWinograd}. The stores are written out: handing a sum to a method halves the speed on
 * JDK 17, and costs a quarter of it on 25 where the depth is small. Nor may more than 7 sums leave it
 * through branches, which costs four fifths of the speed. For the same reason the rows are written out
 * instead of looped over.
 *
 * <p>Processors with 256-bit vectors have half as much to compute for each bounds check, and checks of
 * six rows took half of the time there.
 */
final class VectorDeepTiles {
  /** The rows of a tile at most. */
  static final int ROWS = 6;

  private VectorDeepTiles() {}

  /** Adds 6 rows × 2 vectors. */
  static void add6x2(
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

  /** Adds 5 rows × 2 vectors. */
  static void add5x2(
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
}
