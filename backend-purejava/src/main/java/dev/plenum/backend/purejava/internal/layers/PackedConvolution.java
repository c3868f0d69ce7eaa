package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;

/**
 * A {@link DirectConvolution} for so few outputs that they fill one vector at most: it sums a group of
 * neighbouring windows at a time, as many as fit two vectors. A matrix product with a single column of
 * vectors takes one broadcast for each multiplication, which bounds it to two thirds of its speed. So
 * the kernel is laid out once for each window of the group, side by side without gaps, each time one
 * stride further down, with zeros where a window of the group does not reach: with 10 outputs three
 * windows fill 30 of 32 lanes, and two of seven multiplications are with such a zero if the kernel is
 * 5 wide. (One window alone would fill 10 of 16 lanes.)
 *
 * <p>The rows of a product are the same group in successive rows of windows. The last group of a row
 * begins so far to the left that it ends with the row; what it has in common with the one before is
 * summed again, to the same values.
 */
final class PackedConvolution implements Convolution {
  /** Rows of windows in a band, where there are so many: those of the matrix product's tiles. */
  private static final int MAX_BAND_ROWS = 6;

  private static final int LANES = 2 * Gemm.COLUMNS;

  private final ConvGeometry geometry;
  private final FeatureMaps input;
  private final float[] kernel;
  private final int outputs;
  private final float[] start;
  private final Workers workers;
  /** Windows of a group. */
  private final int windows;
  /** Their outputs, rounded up to whole vectors. */
  private final int columns;
  /** Values of a row under a group. */
  private final int depth;
  /** [kernel row][column under the group, input channel][window of the group, output]. */
  private final float[] packedKernel;

  private final float[] packedStart;
  private final Phase layOut = this::layOutKernelRow;

  /** See {@link Convolution#of}. */
  PackedConvolution(
      ConvGeometry geometry,
      FeatureMaps input,
      float[] kernel,
      int outputs,
      float[] start,
      Workers workers) {
    this.geometry = geometry;
    this.input = input;
    this.kernel = kernel;
    this.outputs = outputs;
    this.start = start;
    this.workers = workers;
    windows = Math.min(LANES / outputs, geometry.columns());
    columns = Gemm.padded(windows * outputs);
    depth = (geometry.width() + (windows - 1) * geometry.strideX()) * input.channels();
    packedKernel = new float[geometry.height() * depth * columns];
    packedStart = new float[columns];
  }

  @Override
  public int bandRows() {
    return Math.min(MAX_BAND_ROWS, geometry.rows());
  }

  /** With room for the last group's surplus lanes, and for reading a whole vector at the last window. */
  @Override
  public int rowLength() {
    return Gemm.padded(geometry.columns() * outputs) + Gemm.COLUMNS;
  }

  @Override
  public int windowStep() {
    return outputs;
  }

  @Override
  public void prepare() {
    for (int window = 0; window < windows; window++) {
      System.arraycopy(start, 0, packedStart, window * outputs, outputs);
    }
    workers.run(geometry.height(), layOut);
  }

  private void layOutKernelRow(int ky, int worker) {
    int rowSize = geometry.width() * input.channels();
    int shift = geometry.strideX() * input.channels();
    for (int i = 0; i < rowSize; i++) {
      int source = (ky * rowSize + i) * Gemm.COLUMNS;
      for (int window = 0; window < windows; window++) {
        int target = (ky * depth + i + window * shift) * columns + window * outputs;
        System.arraycopy(kernel, source, packedKernel, target, outputs);
      }
    }
  }

  @Override
  public void sum(int image, int row, int worker, float[] sums, int offset) {
    int rows = Math.min(MAX_BAND_ROWS, geometry.rows() - row);
    int last = geometry.columns() - windows;
    for (int column = 0; column < last; column += windows) {
      sumGroup(image, row, rows, column, worker, sums, offset);
    }
    sumGroup(image, row, rows, last, worker, sums, offset);
  }

  private void sumGroup(
      int image, int row, int rows, int column, int worker, float[] sums, int offset) {
    int inputRow = row * geometry.strideY() + geometry.firstRow();
    int inputColumn = column * geometry.strideX() + geometry.firstColumn();
    int group = offset + column * outputs;
    for (int ky = 0; ky < geometry.height(); ky++) {
      workers
          .gemm(worker)
          .multiplyAdd(
              rows,
              columns,
              depth,
              input.data(),
              input.index(image, inputRow + ky, inputColumn),
              geometry.strideY() * input.rowStride(),
              1,
              packedKernel,
              ky * depth * columns,
              columns,
              ky == 0 ? packedStart : sums,
              ky == 0 ? 0 : group,
              ky == 0 ? 0 : rowLength(),
              sums,
              group,
              rowLength());
    }
  }
}
