package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * {@link VectorSparsePatches#scatter} for one block of chunks and one vector of each: the list is run
 * through once, while the block's kernel values stay in registers. See {@link VectorGather}.
 */
final class VectorScatter {
  private VectorScatter() {}

  /** Does one block of that many chunks. */
  static void block(
      int size,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base) {
    switch (size) {
      case 10 -> of10(from, to, pixels, values, starts, kernel, kernelOffset, out, base);
      case 6 -> of6(from, to, pixels, values, starts, kernel, kernelOffset, out, base);
      case 5 -> of5(from, to, pixels, values, starts, kernel, kernelOffset, out, base);
      case 4 -> of4(from, to, pixels, values, starts, kernel, kernelOffset, out, base);
      case 2 -> of2(from, to, pixels, values, starts, kernel, kernelOffset, out, base);
      default -> of1(from, to, pixels, values, starts, kernel, kernelOffset, out, base);
    }
  }

  private static void of10(
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base) {
    FloatVector w0 = FloatVector.fromArray(SPECIES, kernel, kernelOffset);
    FloatVector w1 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + Gemm.COLUMNS);
    FloatVector w2 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 2 * Gemm.COLUMNS);
    FloatVector w3 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 3 * Gemm.COLUMNS);
    FloatVector w4 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 4 * Gemm.COLUMNS);
    FloatVector w5 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 5 * Gemm.COLUMNS);
    FloatVector w6 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 6 * Gemm.COLUMNS);
    FloatVector w7 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 7 * Gemm.COLUMNS);
    FloatVector w8 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 8 * Gemm.COLUMNS);
    FloatVector w9 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 9 * Gemm.COLUMNS);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int o = base + starts[pixels[e]];
      x.fma(w0, FloatVector.fromArray(SPECIES, out, o)).intoArray(out, o);
      x.fma(w1, FloatVector.fromArray(SPECIES, out, o + Gemm.COLUMNS))
          .intoArray(out, o + Gemm.COLUMNS);
      x.fma(w2, FloatVector.fromArray(SPECIES, out, o + 2 * Gemm.COLUMNS))
          .intoArray(out, o + 2 * Gemm.COLUMNS);
      x.fma(w3, FloatVector.fromArray(SPECIES, out, o + 3 * Gemm.COLUMNS))
          .intoArray(out, o + 3 * Gemm.COLUMNS);
      x.fma(w4, FloatVector.fromArray(SPECIES, out, o + 4 * Gemm.COLUMNS))
          .intoArray(out, o + 4 * Gemm.COLUMNS);
      x.fma(w5, FloatVector.fromArray(SPECIES, out, o + 5 * Gemm.COLUMNS))
          .intoArray(out, o + 5 * Gemm.COLUMNS);
      x.fma(w6, FloatVector.fromArray(SPECIES, out, o + 6 * Gemm.COLUMNS))
          .intoArray(out, o + 6 * Gemm.COLUMNS);
      x.fma(w7, FloatVector.fromArray(SPECIES, out, o + 7 * Gemm.COLUMNS))
          .intoArray(out, o + 7 * Gemm.COLUMNS);
      x.fma(w8, FloatVector.fromArray(SPECIES, out, o + 8 * Gemm.COLUMNS))
          .intoArray(out, o + 8 * Gemm.COLUMNS);
      x.fma(w9, FloatVector.fromArray(SPECIES, out, o + 9 * Gemm.COLUMNS))
          .intoArray(out, o + 9 * Gemm.COLUMNS);
    }
  }

  private static void of6(
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base) {
    FloatVector w0 = FloatVector.fromArray(SPECIES, kernel, kernelOffset);
    FloatVector w1 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + Gemm.COLUMNS);
    FloatVector w2 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 2 * Gemm.COLUMNS);
    FloatVector w3 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 3 * Gemm.COLUMNS);
    FloatVector w4 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 4 * Gemm.COLUMNS);
    FloatVector w5 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 5 * Gemm.COLUMNS);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int o = base + starts[pixels[e]];
      x.fma(w0, FloatVector.fromArray(SPECIES, out, o)).intoArray(out, o);
      x.fma(w1, FloatVector.fromArray(SPECIES, out, o + Gemm.COLUMNS))
          .intoArray(out, o + Gemm.COLUMNS);
      x.fma(w2, FloatVector.fromArray(SPECIES, out, o + 2 * Gemm.COLUMNS))
          .intoArray(out, o + 2 * Gemm.COLUMNS);
      x.fma(w3, FloatVector.fromArray(SPECIES, out, o + 3 * Gemm.COLUMNS))
          .intoArray(out, o + 3 * Gemm.COLUMNS);
      x.fma(w4, FloatVector.fromArray(SPECIES, out, o + 4 * Gemm.COLUMNS))
          .intoArray(out, o + 4 * Gemm.COLUMNS);
      x.fma(w5, FloatVector.fromArray(SPECIES, out, o + 5 * Gemm.COLUMNS))
          .intoArray(out, o + 5 * Gemm.COLUMNS);
    }
  }

  private static void of5(
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base) {
    FloatVector w0 = FloatVector.fromArray(SPECIES, kernel, kernelOffset);
    FloatVector w1 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + Gemm.COLUMNS);
    FloatVector w2 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 2 * Gemm.COLUMNS);
    FloatVector w3 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 3 * Gemm.COLUMNS);
    FloatVector w4 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 4 * Gemm.COLUMNS);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int o = base + starts[pixels[e]];
      x.fma(w0, FloatVector.fromArray(SPECIES, out, o)).intoArray(out, o);
      x.fma(w1, FloatVector.fromArray(SPECIES, out, o + Gemm.COLUMNS))
          .intoArray(out, o + Gemm.COLUMNS);
      x.fma(w2, FloatVector.fromArray(SPECIES, out, o + 2 * Gemm.COLUMNS))
          .intoArray(out, o + 2 * Gemm.COLUMNS);
      x.fma(w3, FloatVector.fromArray(SPECIES, out, o + 3 * Gemm.COLUMNS))
          .intoArray(out, o + 3 * Gemm.COLUMNS);
      x.fma(w4, FloatVector.fromArray(SPECIES, out, o + 4 * Gemm.COLUMNS))
          .intoArray(out, o + 4 * Gemm.COLUMNS);
    }
  }

  private static void of4(
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base) {
    FloatVector w0 = FloatVector.fromArray(SPECIES, kernel, kernelOffset);
    FloatVector w1 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + Gemm.COLUMNS);
    FloatVector w2 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 2 * Gemm.COLUMNS);
    FloatVector w3 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 3 * Gemm.COLUMNS);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int o = base + starts[pixels[e]];
      x.fma(w0, FloatVector.fromArray(SPECIES, out, o)).intoArray(out, o);
      x.fma(w1, FloatVector.fromArray(SPECIES, out, o + Gemm.COLUMNS))
          .intoArray(out, o + Gemm.COLUMNS);
      x.fma(w2, FloatVector.fromArray(SPECIES, out, o + 2 * Gemm.COLUMNS))
          .intoArray(out, o + 2 * Gemm.COLUMNS);
      x.fma(w3, FloatVector.fromArray(SPECIES, out, o + 3 * Gemm.COLUMNS))
          .intoArray(out, o + 3 * Gemm.COLUMNS);
    }
  }

  private static void of2(
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base) {
    FloatVector w0 = FloatVector.fromArray(SPECIES, kernel, kernelOffset);
    FloatVector w1 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + Gemm.COLUMNS);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int o = base + starts[pixels[e]];
      x.fma(w0, FloatVector.fromArray(SPECIES, out, o)).intoArray(out, o);
      x.fma(w1, FloatVector.fromArray(SPECIES, out, o + Gemm.COLUMNS))
          .intoArray(out, o + Gemm.COLUMNS);
    }
  }

  private static void of1(
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base) {
    FloatVector w0 = FloatVector.fromArray(SPECIES, kernel, kernelOffset);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int o = base + starts[pixels[e]];
      x.fma(w0, FloatVector.fromArray(SPECIES, out, o)).intoArray(out, o);
    }
  }
}
