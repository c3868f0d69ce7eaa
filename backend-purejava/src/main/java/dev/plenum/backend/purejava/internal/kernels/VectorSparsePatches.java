package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorTiles.LANES;
import static dev.plenum.backend.purejava.internal.kernels.VectorTiles.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The twin on the Vector API. For each block of chunks the list is run through once. Gathering, the block's sums stay in registers (eight
 * are enough to hide the latency of fma, and each entry costs one broadcast); scattering, its kernel
 * values do.
 */
final class VectorSparsePatches implements SparsePatches {
  private final int[] chunks;

  VectorSparsePatches(int[] chunks) {
    this.chunks = chunks.clone();
  }

  @Override
  public void gather(
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset) {
    int size;
    for (int c = 0; c < chunks.length; c += size) {
      size = SparsePatches.block(chunks.length - c);
      for (int lane = 0; lane < Gemm.COLUMNS; lane += LANES) {
        switch (size) {
          case 8 ->
            gather8(
                c,
                from,
                to,
                pixels,
                values,
                starts,
                in,
                base + lane,
                sums,
                sumsOffset + c * Gemm.COLUMNS + lane);
          case 4 ->
            gather4(
                c,
                from,
                to,
                pixels,
                values,
                starts,
                in,
                base + lane,
                sums,
                sumsOffset + c * Gemm.COLUMNS + lane);
          default ->
            gather1(
                c,
                from,
                to,
                pixels,
                values,
                starts,
                in,
                base + lane,
                sums,
                sumsOffset + c * Gemm.COLUMNS + lane);
        }
      }
    }
  }

  @Override
  public void scatter(
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base) {
    int size;
    for (int c = 0; c < chunks.length; c += size) {
      size = SparsePatches.block(chunks.length - c);
      for (int lane = 0; lane < Gemm.COLUMNS; lane += LANES) {
        switch (size) {
          case 8 ->
            scatter8(
                c,
                from,
                to,
                pixels,
                values,
                starts,
                kernel,
                kernelOffset + c * Gemm.COLUMNS + lane,
                out,
                base + lane);
          case 4 ->
            scatter4(
                c,
                from,
                to,
                pixels,
                values,
                starts,
                kernel,
                kernelOffset + c * Gemm.COLUMNS + lane,
                out,
                base + lane);
          default ->
            scatter1(
                c,
                from,
                to,
                pixels,
                values,
                starts,
                kernel,
                kernelOffset + c * Gemm.COLUMNS + lane,
                out,
                base + lane);
        }
      }
    }
  }

  private void gather8(
      int c,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset) {
    int at0 = base + chunks[c];
    int at1 = base + chunks[c + 1];
    int at2 = base + chunks[c + 2];
    int at3 = base + chunks[c + 3];
    int at4 = base + chunks[c + 4];
    int at5 = base + chunks[c + 5];
    int at6 = base + chunks[c + 6];
    int at7 = base + chunks[c + 7];
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    FloatVector s4 = FloatVector.zero(SPECIES);
    FloatVector s5 = FloatVector.zero(SPECIES);
    FloatVector s6 = FloatVector.zero(SPECIES);
    FloatVector s7 = FloatVector.zero(SPECIES);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int start = starts[pixels[e]];
      s0 = FloatVector.fromArray(SPECIES, in, start + at0).fma(x, s0);
      s1 = FloatVector.fromArray(SPECIES, in, start + at1).fma(x, s1);
      s2 = FloatVector.fromArray(SPECIES, in, start + at2).fma(x, s2);
      s3 = FloatVector.fromArray(SPECIES, in, start + at3).fma(x, s3);
      s4 = FloatVector.fromArray(SPECIES, in, start + at4).fma(x, s4);
      s5 = FloatVector.fromArray(SPECIES, in, start + at5).fma(x, s5);
      s6 = FloatVector.fromArray(SPECIES, in, start + at6).fma(x, s6);
      s7 = FloatVector.fromArray(SPECIES, in, start + at7).fma(x, s7);
    }
    addTo(sums, sumsOffset, s0);
    addTo(sums, sumsOffset + Gemm.COLUMNS, s1);
    addTo(sums, sumsOffset + 2 * Gemm.COLUMNS, s2);
    addTo(sums, sumsOffset + 3 * Gemm.COLUMNS, s3);
    addTo(sums, sumsOffset + 4 * Gemm.COLUMNS, s4);
    addTo(sums, sumsOffset + 5 * Gemm.COLUMNS, s5);
    addTo(sums, sumsOffset + 6 * Gemm.COLUMNS, s6);
    addTo(sums, sumsOffset + 7 * Gemm.COLUMNS, s7);
  }

  private void gather4(
      int c,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset) {
    int at0 = base + chunks[c];
    int at1 = base + chunks[c + 1];
    int at2 = base + chunks[c + 2];
    int at3 = base + chunks[c + 3];
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int start = starts[pixels[e]];
      s0 = FloatVector.fromArray(SPECIES, in, start + at0).fma(x, s0);
      s1 = FloatVector.fromArray(SPECIES, in, start + at1).fma(x, s1);
      s2 = FloatVector.fromArray(SPECIES, in, start + at2).fma(x, s2);
      s3 = FloatVector.fromArray(SPECIES, in, start + at3).fma(x, s3);
    }
    addTo(sums, sumsOffset, s0);
    addTo(sums, sumsOffset + Gemm.COLUMNS, s1);
    addTo(sums, sumsOffset + 2 * Gemm.COLUMNS, s2);
    addTo(sums, sumsOffset + 3 * Gemm.COLUMNS, s3);
  }

  private void gather1(
      int c,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset) {
    int at0 = base + chunks[c];
    FloatVector s0 = FloatVector.zero(SPECIES);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int start = starts[pixels[e]];
      s0 = FloatVector.fromArray(SPECIES, in, start + at0).fma(x, s0);
    }
    addTo(sums, sumsOffset, s0);
  }

  private void scatter8(
      int c,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base) {
    int at0 = base + chunks[c];
    int at1 = base + chunks[c + 1];
    int at2 = base + chunks[c + 2];
    int at3 = base + chunks[c + 3];
    int at4 = base + chunks[c + 4];
    int at5 = base + chunks[c + 5];
    int at6 = base + chunks[c + 6];
    int at7 = base + chunks[c + 7];
    FloatVector w0 = FloatVector.fromArray(SPECIES, kernel, kernelOffset);
    FloatVector w1 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + Gemm.COLUMNS);
    FloatVector w2 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 2 * Gemm.COLUMNS);
    FloatVector w3 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 3 * Gemm.COLUMNS);
    FloatVector w4 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 4 * Gemm.COLUMNS);
    FloatVector w5 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 5 * Gemm.COLUMNS);
    FloatVector w6 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 6 * Gemm.COLUMNS);
    FloatVector w7 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 7 * Gemm.COLUMNS);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int start = starts[pixels[e]];
      addProduct(x, w0, out, start + at0);
      addProduct(x, w1, out, start + at1);
      addProduct(x, w2, out, start + at2);
      addProduct(x, w3, out, start + at3);
      addProduct(x, w4, out, start + at4);
      addProduct(x, w5, out, start + at5);
      addProduct(x, w6, out, start + at6);
      addProduct(x, w7, out, start + at7);
    }
  }

  private void scatter4(
      int c,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base) {
    int at0 = base + chunks[c];
    int at1 = base + chunks[c + 1];
    int at2 = base + chunks[c + 2];
    int at3 = base + chunks[c + 3];
    FloatVector w0 = FloatVector.fromArray(SPECIES, kernel, kernelOffset);
    FloatVector w1 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + Gemm.COLUMNS);
    FloatVector w2 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 2 * Gemm.COLUMNS);
    FloatVector w3 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 3 * Gemm.COLUMNS);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int start = starts[pixels[e]];
      addProduct(x, w0, out, start + at0);
      addProduct(x, w1, out, start + at1);
      addProduct(x, w2, out, start + at2);
      addProduct(x, w3, out, start + at3);
    }
  }

  private void scatter1(
      int c,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base) {
    int at0 = base + chunks[c];
    FloatVector w0 = FloatVector.fromArray(SPECIES, kernel, kernelOffset);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int start = starts[pixels[e]];
      addProduct(x, w0, out, start + at0);
    }
  }

  private static void addProduct(FloatVector x, FloatVector w, float[] out, int offset) {
    x.fma(w, FloatVector.fromArray(SPECIES, out, offset)).intoArray(out, offset);
  }

  private static void addTo(float[] sums, int offset, FloatVector sum) {
    FloatVector.fromArray(SPECIES, sums, offset).add(sum).intoArray(sums, offset);
  }
}
