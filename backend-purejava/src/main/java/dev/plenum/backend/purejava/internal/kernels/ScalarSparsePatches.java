package dev.plenum.backend.purejava.internal.kernels;

/** The version without the Vector API, and the specification of {@link VectorSparsePatches}. */
final class ScalarSparsePatches implements SparsePatches {
  private static final int CHUNK = Gemm.COLUMNS;

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
    int rowSize = patch.chunks() * CHUNK;
    for (int i = 0; i < patch.rows() * rowSize; i++) {
      int position = base + i / rowSize * patch.rowStep() + i % rowSize;
      float sum = 0f;
      for (int e = from; e < to; e++) {
        sum = Math.fma(values[e], in[position + starts[pixels[e]]], sum);
      }
      sums[sumsOffset + i] += sum;
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
        scatterBlock(
            size * CHUNK,
            from,
            to,
            pixels,
            values,
            starts,
            kernel,
            kernelOffset + (row * patch.chunks() + chunk) * CHUNK,
            out,
            base + row * patch.rowStep() + chunk * CHUNK);
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
    for (int e = from; e < to; e++) {
      int start = base + starts[pixels[e]];
      for (int i = 0; i < size; i++) {
        out[start + i] = Math.fma(values[e], kernel[kernelOffset + i], out[start + i]);
      }
    }
  }
}
