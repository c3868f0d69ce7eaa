package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * {@link VectorSparsePatches#gather} for one block of chunks and one vector of each: the list is run
 * through once, while the block's sums stay in registers. The chunks of a block are neighbours, so that
 * C2 checks their bounds together. As in {@link VectorDeepTiles}, no vector is handed to a method.
 */
final class VectorGather {
  private VectorGather() {}

  /** Does one block of that many chunks. */
  static void block(
      int size,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset) {
    switch (size) {
      case 10 -> of10(from, to, pixels, values, starts, in, base, sums, sumsOffset);
      case 6 -> of6(from, to, pixels, values, starts, in, base, sums, sumsOffset);
      case 5 -> of5(from, to, pixels, values, starts, in, base, sums, sumsOffset);
      case 4 -> of4(from, to, pixels, values, starts, in, base, sums, sumsOffset);
      case 2 -> of2(from, to, pixels, values, starts, in, base, sums, sumsOffset);
      default -> of1(from, to, pixels, values, starts, in, base, sums, sumsOffset);
    }
  }

  private static void of10(
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    FloatVector s4 = FloatVector.zero(SPECIES);
    FloatVector s5 = FloatVector.zero(SPECIES);
    FloatVector s6 = FloatVector.zero(SPECIES);
    FloatVector s7 = FloatVector.zero(SPECIES);
    FloatVector s8 = FloatVector.zero(SPECIES);
    FloatVector s9 = FloatVector.zero(SPECIES);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int i = base + starts[pixels[e]];
      s0 = FloatVector.fromArray(SPECIES, in, i).fma(x, s0);
      s1 = FloatVector.fromArray(SPECIES, in, i + Gemm.COLUMNS).fma(x, s1);
      s2 = FloatVector.fromArray(SPECIES, in, i + 2 * Gemm.COLUMNS).fma(x, s2);
      s3 = FloatVector.fromArray(SPECIES, in, i + 3 * Gemm.COLUMNS).fma(x, s3);
      s4 = FloatVector.fromArray(SPECIES, in, i + 4 * Gemm.COLUMNS).fma(x, s4);
      s5 = FloatVector.fromArray(SPECIES, in, i + 5 * Gemm.COLUMNS).fma(x, s5);
      s6 = FloatVector.fromArray(SPECIES, in, i + 6 * Gemm.COLUMNS).fma(x, s6);
      s7 = FloatVector.fromArray(SPECIES, in, i + 7 * Gemm.COLUMNS).fma(x, s7);
      s8 = FloatVector.fromArray(SPECIES, in, i + 8 * Gemm.COLUMNS).fma(x, s8);
      s9 = FloatVector.fromArray(SPECIES, in, i + 9 * Gemm.COLUMNS).fma(x, s9);
    }
    FloatVector.fromArray(SPECIES, sums, sumsOffset).add(s0).intoArray(sums, sumsOffset);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + Gemm.COLUMNS)
        .add(s1)
        .intoArray(sums, sumsOffset + Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 2 * Gemm.COLUMNS)
        .add(s2)
        .intoArray(sums, sumsOffset + 2 * Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 3 * Gemm.COLUMNS)
        .add(s3)
        .intoArray(sums, sumsOffset + 3 * Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 4 * Gemm.COLUMNS)
        .add(s4)
        .intoArray(sums, sumsOffset + 4 * Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 5 * Gemm.COLUMNS)
        .add(s5)
        .intoArray(sums, sumsOffset + 5 * Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 6 * Gemm.COLUMNS)
        .add(s6)
        .intoArray(sums, sumsOffset + 6 * Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 7 * Gemm.COLUMNS)
        .add(s7)
        .intoArray(sums, sumsOffset + 7 * Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 8 * Gemm.COLUMNS)
        .add(s8)
        .intoArray(sums, sumsOffset + 8 * Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 9 * Gemm.COLUMNS)
        .add(s9)
        .intoArray(sums, sumsOffset + 9 * Gemm.COLUMNS);
  }

  private static void of6(
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    FloatVector s4 = FloatVector.zero(SPECIES);
    FloatVector s5 = FloatVector.zero(SPECIES);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int i = base + starts[pixels[e]];
      s0 = FloatVector.fromArray(SPECIES, in, i).fma(x, s0);
      s1 = FloatVector.fromArray(SPECIES, in, i + Gemm.COLUMNS).fma(x, s1);
      s2 = FloatVector.fromArray(SPECIES, in, i + 2 * Gemm.COLUMNS).fma(x, s2);
      s3 = FloatVector.fromArray(SPECIES, in, i + 3 * Gemm.COLUMNS).fma(x, s3);
      s4 = FloatVector.fromArray(SPECIES, in, i + 4 * Gemm.COLUMNS).fma(x, s4);
      s5 = FloatVector.fromArray(SPECIES, in, i + 5 * Gemm.COLUMNS).fma(x, s5);
    }
    FloatVector.fromArray(SPECIES, sums, sumsOffset).add(s0).intoArray(sums, sumsOffset);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + Gemm.COLUMNS)
        .add(s1)
        .intoArray(sums, sumsOffset + Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 2 * Gemm.COLUMNS)
        .add(s2)
        .intoArray(sums, sumsOffset + 2 * Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 3 * Gemm.COLUMNS)
        .add(s3)
        .intoArray(sums, sumsOffset + 3 * Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 4 * Gemm.COLUMNS)
        .add(s4)
        .intoArray(sums, sumsOffset + 4 * Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 5 * Gemm.COLUMNS)
        .add(s5)
        .intoArray(sums, sumsOffset + 5 * Gemm.COLUMNS);
  }

  private static void of5(
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    FloatVector s4 = FloatVector.zero(SPECIES);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int i = base + starts[pixels[e]];
      s0 = FloatVector.fromArray(SPECIES, in, i).fma(x, s0);
      s1 = FloatVector.fromArray(SPECIES, in, i + Gemm.COLUMNS).fma(x, s1);
      s2 = FloatVector.fromArray(SPECIES, in, i + 2 * Gemm.COLUMNS).fma(x, s2);
      s3 = FloatVector.fromArray(SPECIES, in, i + 3 * Gemm.COLUMNS).fma(x, s3);
      s4 = FloatVector.fromArray(SPECIES, in, i + 4 * Gemm.COLUMNS).fma(x, s4);
    }
    FloatVector.fromArray(SPECIES, sums, sumsOffset).add(s0).intoArray(sums, sumsOffset);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + Gemm.COLUMNS)
        .add(s1)
        .intoArray(sums, sumsOffset + Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 2 * Gemm.COLUMNS)
        .add(s2)
        .intoArray(sums, sumsOffset + 2 * Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 3 * Gemm.COLUMNS)
        .add(s3)
        .intoArray(sums, sumsOffset + 3 * Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 4 * Gemm.COLUMNS)
        .add(s4)
        .intoArray(sums, sumsOffset + 4 * Gemm.COLUMNS);
  }

  private static void of4(
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int i = base + starts[pixels[e]];
      s0 = FloatVector.fromArray(SPECIES, in, i).fma(x, s0);
      s1 = FloatVector.fromArray(SPECIES, in, i + Gemm.COLUMNS).fma(x, s1);
      s2 = FloatVector.fromArray(SPECIES, in, i + 2 * Gemm.COLUMNS).fma(x, s2);
      s3 = FloatVector.fromArray(SPECIES, in, i + 3 * Gemm.COLUMNS).fma(x, s3);
    }
    FloatVector.fromArray(SPECIES, sums, sumsOffset).add(s0).intoArray(sums, sumsOffset);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + Gemm.COLUMNS)
        .add(s1)
        .intoArray(sums, sumsOffset + Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 2 * Gemm.COLUMNS)
        .add(s2)
        .intoArray(sums, sumsOffset + 2 * Gemm.COLUMNS);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + 3 * Gemm.COLUMNS)
        .add(s3)
        .intoArray(sums, sumsOffset + 3 * Gemm.COLUMNS);
  }

  private static void of2(
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int i = base + starts[pixels[e]];
      s0 = FloatVector.fromArray(SPECIES, in, i).fma(x, s0);
      s1 = FloatVector.fromArray(SPECIES, in, i + Gemm.COLUMNS).fma(x, s1);
    }
    FloatVector.fromArray(SPECIES, sums, sumsOffset).add(s0).intoArray(sums, sumsOffset);
    FloatVector.fromArray(SPECIES, sums, sumsOffset + Gemm.COLUMNS)
        .add(s1)
        .intoArray(sums, sumsOffset + Gemm.COLUMNS);
  }

  private static void of1(
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int i = base + starts[pixels[e]];
      s0 = FloatVector.fromArray(SPECIES, in, i).fma(x, s0);
    }
    FloatVector.fromArray(SPECIES, sums, sumsOffset).add(s0).intoArray(sums, sumsOffset);
  }
}
