package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.LANES;
import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of {@link VectorGemm} where the rows of A are contiguous: as {@link VectorDeepTiles}, but the indices in
 * A differ by constants, so that C2 makes two bounds checks of several.
 */
final class VectorFlatTiles {
  /** The rows of a tile at most. */
  static final int ROWS = 5;

  private VectorFlatTiles() {}

  /** Adds 5 rows × 2 vectors. */
  static void add5x2(
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
}
