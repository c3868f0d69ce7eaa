package dev.plenum.backend.purejava.internal.kernels;

/** The twin without the Vector API, and the specification of {@link VectorSparsePatches}. */
final class ScalarSparsePatches implements SparsePatches {
  private static final int CHUNK = Gemm.COLUMNS;

  private final int[] chunks;

  ScalarSparsePatches(int[] chunks) {
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
    for (int i = 0; i < chunks.length * CHUNK; i++) {
      float sum = 0f;
      int position = base + chunks[i / CHUNK] + i % CHUNK;
      for (int e = from; e < to; e++) {
        sum = Math.fma(values[e], in[position + starts[pixels[e]]], sum);
      }
      sums[sumsOffset + i] += sum;
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
    for (int block = 0;
        block < chunks.length;
        block += SparsePatches.block(chunks.length - block)) {
      int end = block + SparsePatches.block(chunks.length - block);
      for (int e = from; e < to; e++) {
        int start = base + starts[pixels[e]];
        for (int i = block * CHUNK; i < end * CHUNK; i++) {
          int o = start + chunks[i / CHUNK] + i % CHUNK;
          out[o] = Math.fma(values[e], kernel[kernelOffset + i], out[o]);
        }
      }
    }
  }
}
