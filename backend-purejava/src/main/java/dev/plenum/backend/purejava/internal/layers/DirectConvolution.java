package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;

/**
 * A convolution as matrix products: one for each row of the kernel, whose depth runs over (kernel
 * column, input channel), which are contiguous in the image as well as in the kernel. A row of sums
 * stays in the first-level cache meanwhile.
 */
final class DirectConvolution implements Convolution {
  private final ConvGeometry geometry;
  private final FeatureMaps input;
  private final float[] kernel;
  private final int outputs;
  private final float[] start;
  private final Workers workers;

  DirectConvolution(
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
  }

  @Override
  public int bandRows() {
    return 1;
  }

  @Override
  public int rowLength() {
    return geometry.columns() * outputs;
  }

  @Override
  public int windowStep() {
    return outputs;
  }

  @Override
  public void prepare() {}

  @Override
  public void sum(int image, int row, int worker, float[] sums, int offset) {
    int depth = geometry.width() * input.channels();
    int inputRow = row * geometry.strideY() + geometry.firstRow();
    for (int ky = 0; ky < geometry.height(); ky++) {
      workers
          .gemm(worker)
          .multiplyAdd(
              geometry.columns(),
              outputs,
              depth,
              input.data(),
              input.index(image, inputRow + ky, geometry.firstColumn()),
              geometry.strideX() * input.channels(),
              1,
              kernel,
              ky * depth * outputs,
              outputs,
              ky == 0 ? start : sums,
              ky == 0 ? 0 : offset,
              ky == 0 ? 0 : outputs,
              sums,
              offset,
              outputs);
    }
  }
}
