package dev.plenum.backend.purejava.internal.kernels;

import static dev.plenum.backend.purejava.internal.kernels.VectorLanes.LANES;

/** The version on the Vector API: block after block of chunks, vector after vector of each chunk. */
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
          VectorGather.block(size, from, to, pixels, values, starts, in, o + lane, sums, k + lane);
        }
      }
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
          VectorScatter.block(
              size, from, to, pixels, values, starts, kernel, k + lane, out, o + lane);
        }
      }
    }
  }
}
