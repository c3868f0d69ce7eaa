package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorTiles.LANES;
import static dev.plenum.backend.purejava.internal.kernels.VectorTiles.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The twin on the Vector API. For each block of chunks the list is run through once; gathering, the
 * block's sums stay in registers, scattering, its kernel values do. The chunks of a block are neighbours, so that C2 checks their bounds together. As in
 * {@link VectorTiles}, no vector is handed to a method.
 */
final class VectorSparsePatches implements SparsePatches {
  @Override
  public void gather(
      Patch patch,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset) {
    for (int row = 0; row < patch.rows(); row++) {
      int size;
      for (int chunk = 0; chunk < patch.chunks(); chunk += size) {
        size = SparsePatches.block(patch.chunks() - chunk);
        int k = sumsOffset + (row * patch.chunks() + chunk) * Gemm.COLUMNS;
        int o = base + row * patch.rowStep() + chunk * Gemm.COLUMNS;
        for (int lane = 0; lane < Gemm.COLUMNS; lane += LANES) {
          gatherBlock(size, from, to, pixels, values, starts, in, o + lane, sums, k + lane);
        }
      }
    }
  }

  private static void gatherBlock(
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
      case 10 -> gather10(from, to, pixels, values, starts, in, base, sums, sumsOffset);
      case 6 -> gather6(from, to, pixels, values, starts, in, base, sums, sumsOffset);
      case 4 -> gather4(from, to, pixels, values, starts, in, base, sums, sumsOffset);
      case 2 -> gather2(from, to, pixels, values, starts, in, base, sums, sumsOffset);
      default -> gather1(from, to, pixels, values, starts, in, base, sums, sumsOffset);
    }
  }

  @Override
  public void scatter(
      Patch patch,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base) {
    for (int row = 0; row < patch.rows(); row++) {
      int size;
      for (int chunk = 0; chunk < patch.chunks(); chunk += size) {
        size = SparsePatches.block(patch.chunks() - chunk);
        int k = kernelOffset + (row * patch.chunks() + chunk) * Gemm.COLUMNS;
        int o = base + row * patch.rowStep() + chunk * Gemm.COLUMNS;
        for (int lane = 0; lane < Gemm.COLUMNS; lane += LANES) {
          scatterBlock(size, from, to, pixels, values, starts, kernel, k + lane, out, o + lane);
        }
      }
    }
  }

  private static void scatterBlock(
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
      case 10 -> scatter10(from, to, pixels, values, starts, kernel, kernelOffset, out, base);
      case 6 -> scatter6(from, to, pixels, values, starts, kernel, kernelOffset, out, base);
      case 4 -> scatter4(from, to, pixels, values, starts, kernel, kernelOffset, out, base);
      case 2 -> scatter2(from, to, pixels, values, starts, kernel, kernelOffset, out, base);
      default -> scatter1(from, to, pixels, values, starts, kernel, kernelOffset, out, base);
    }
  }

  private static void gather10(
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

  private static void gather6(
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

  private static void gather4(
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

  private static void gather2(
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

  private static void gather1(
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

  private static void scatter10(
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

  private static void scatter6(
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

  private static void scatter4(
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

  private static void scatter2(
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

  private static void scatter1(
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
