package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;

/**
 * A {@link DirectConvolution} for so few outputs that they fill one vector only: it sums two
 * neighbouring windows at a time. A matrix product with a single column of vectors takes one broadcast
 * for each multiplication, which bounds it to two thirds of its speed; so the kernel is laid out twice
 * side by side, the second time one stride further to the right, with zeros where a window of the pair
 * does not reach. One multiplication in six is with such a zero if the kernel is 5 wide.
 */
final class PairedConvolution implements Convolution {
  private static final int PAIR = 2;

  private final ConvGeometry geometry;
  private final FeatureMaps input;
  private final float[] kernel;
  private final float[] start;
  private final Workers workers;
  private final int pairs;
  /** Values of a row under a pair of windows. */
  private final int depth;
  /** [kernel row][column under the pair, input channel][window of the pair, padded output]. */
  private final float[] pairedKernel;

  private final float[] pairedStart = new float[PAIR * Gemm.COLUMNS];
  private final Phase layOut = this::layOutKernelRow;

  PairedConvolution(
      ConvGeometry geometry, FeatureMaps input, float[] kernel, float[] start, Workers workers) {
    this.geometry = geometry;
    this.input = input;
    this.kernel = kernel;
    this.start = start;
    this.workers = workers;
    pairs = (geometry.columns() + 1) / PAIR;
    depth = (geometry.width() + geometry.strideX()) * input.channels();
    pairedKernel = new float[geometry.height() * depth * PAIR * Gemm.COLUMNS];
  }

  @Override
  public int bandRows() {
    return 1;
  }

  @Override
  public int rowLength() {
    return pairs * PAIR * Gemm.COLUMNS;
  }

  @Override
  public void prepare() {
    for (int i = 0; i < PAIR; i++) {
      System.arraycopy(start, 0, pairedStart, i * Gemm.COLUMNS, Gemm.COLUMNS);
    }
    workers.run(geometry.height(), layOut);
  }

  private void layOutKernelRow(int ky, int worker) {
    int rowSize = geometry.width() * input.channels();
    int shift = geometry.strideX() * input.channels();
    for (int i = 0; i < rowSize; i++) {
      int source = (ky * rowSize + i) * Gemm.COLUMNS;
      for (int window = 0; window < PAIR; window++) {
        int row = ky * depth + i + window * shift;
        int target = (row * PAIR + window) * Gemm.COLUMNS;
        System.arraycopy(kernel, source, pairedKernel, target, Gemm.COLUMNS);
      }
    }
  }

  @Override
  public void sum(int image, int row, int worker, float[] sums, int offset) {
    int inputRow = row * geometry.strideY() + geometry.firstRow();
    int columns = PAIR * Gemm.COLUMNS;
    for (int ky = 0; ky < geometry.height(); ky++) {
      workers
          .gemm(worker)
          .multiplyAdd(
              pairs,
              columns,
              depth,
              input.data(),
              input.index(image, inputRow + ky, geometry.firstColumn()),
              PAIR * geometry.strideX() * input.channels(),
              1,
              pairedKernel,
              ky * depth * columns,
              columns,
              ky == 0 ? pairedStart : sums,
              ky == 0 ? 0 : offset,
              ky == 0 ? 0 : columns,
              sums,
              offset,
              columns);
    }
  }
}
