package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorTiles.LANES;
import static dev.plenum.backend.purejava.internal.kernels.VectorTiles.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The twin on the Vector API. The patch's vectors are taken eight at a time, then four, then one; for
 * each such block the list is run through once. Gathering, the block's sums stay in registers (eight
 * are enough to hide the latency of fma, and each entry costs one broadcast); scattering, its kernel
 * values do.
 */
final class VectorSparsePatches implements SparsePatches {
  /** Where each vector of the patch lies. */
  private final int[] vectors;

  VectorSparsePatches(int[] chunks) {
    int perChunk = Gemm.COLUMNS / LANES;
    vectors = new int[chunks.length * perChunk];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = chunks[i / perChunk] + i % perChunk * LANES;
    }
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
    int v = 0;
    for (; v + 8 <= vectors.length; v += 8) {
      gather8(v, from, to, pixels, values, starts, in, base, sums, sumsOffset + v * LANES);
    }
    for (; v + 4 <= vectors.length; v += 4) {
      gather4(v, from, to, pixels, values, starts, in, base, sums, sumsOffset + v * LANES);
    }
    for (; v + 1 <= vectors.length; v += 1) {
      gather1(v, from, to, pixels, values, starts, in, base, sums, sumsOffset + v * LANES);
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
    int v = 0;
    for (; v + 8 <= vectors.length; v += 8) {
      scatter8(v, from, to, pixels, values, starts, kernel, kernelOffset + v * LANES, out, base);
    }
    for (; v + 4 <= vectors.length; v += 4) {
      scatter4(v, from, to, pixels, values, starts, kernel, kernelOffset + v * LANES, out, base);
    }
    for (; v + 1 <= vectors.length; v += 1) {
      scatter1(v, from, to, pixels, values, starts, kernel, kernelOffset + v * LANES, out, base);
    }
  }

  private void gather8(
      int v,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset) {
    int at0 = base + vectors[v];
    int at1 = base + vectors[v + 1];
    int at2 = base + vectors[v + 2];
    int at3 = base + vectors[v + 3];
    int at4 = base + vectors[v + 4];
    int at5 = base + vectors[v + 5];
    int at6 = base + vectors[v + 6];
    int at7 = base + vectors[v + 7];
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
    addTo(sums, sumsOffset + LANES, s1);
    addTo(sums, sumsOffset + 2 * LANES, s2);
    addTo(sums, sumsOffset + 3 * LANES, s3);
    addTo(sums, sumsOffset + 4 * LANES, s4);
    addTo(sums, sumsOffset + 5 * LANES, s5);
    addTo(sums, sumsOffset + 6 * LANES, s6);
    addTo(sums, sumsOffset + 7 * LANES, s7);
  }

  private void gather4(
      int v,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset) {
    int at0 = base + vectors[v];
    int at1 = base + vectors[v + 1];
    int at2 = base + vectors[v + 2];
    int at3 = base + vectors[v + 3];
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
    addTo(sums, sumsOffset + LANES, s1);
    addTo(sums, sumsOffset + 2 * LANES, s2);
    addTo(sums, sumsOffset + 3 * LANES, s3);
  }

  private void gather1(
      int v,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] in,
      int base,
      float[] sums,
      int sumsOffset) {
    int at0 = base + vectors[v];
    FloatVector s0 = FloatVector.zero(SPECIES);
    for (int e = from; e < to; e++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[e]);
      int start = starts[pixels[e]];
      s0 = FloatVector.fromArray(SPECIES, in, start + at0).fma(x, s0);
    }
    addTo(sums, sumsOffset, s0);
  }

  private void scatter8(
      int v,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base) {
    int at0 = base + vectors[v];
    int at1 = base + vectors[v + 1];
    int at2 = base + vectors[v + 2];
    int at3 = base + vectors[v + 3];
    int at4 = base + vectors[v + 4];
    int at5 = base + vectors[v + 5];
    int at6 = base + vectors[v + 6];
    int at7 = base + vectors[v + 7];
    FloatVector w0 = FloatVector.fromArray(SPECIES, kernel, kernelOffset);
    FloatVector w1 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + LANES);
    FloatVector w2 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 2 * LANES);
    FloatVector w3 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 3 * LANES);
    FloatVector w4 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 4 * LANES);
    FloatVector w5 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 5 * LANES);
    FloatVector w6 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 6 * LANES);
    FloatVector w7 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 7 * LANES);
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
      int v,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base) {
    int at0 = base + vectors[v];
    int at1 = base + vectors[v + 1];
    int at2 = base + vectors[v + 2];
    int at3 = base + vectors[v + 3];
    FloatVector w0 = FloatVector.fromArray(SPECIES, kernel, kernelOffset);
    FloatVector w1 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + LANES);
    FloatVector w2 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 2 * LANES);
    FloatVector w3 = FloatVector.fromArray(SPECIES, kernel, kernelOffset + 3 * LANES);
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
      int v,
      int from,
      int to,
      int[] pixels,
      float[] values,
      int[] starts,
      float[] kernel,
      int kernelOffset,
      float[] out,
      int base) {
    int at0 = base + vectors[v];
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
