package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The gradient of a convolution's kernel and bias. See {@link KernelSums}.
 *
 * <p>For each image and kernel row there are matrix products whose depth runs over the pixels of
 * several output rows. For that the output's gradient has to have its rows as far apart as the input's,
 * with zeros in the gaps: then one step from pixel to pixel holds across the rows, in both. (A product
 * over a single row spends half its time on loading and storing the sums.) The borders of the maps often
 * make it so; else the gradient is copied. Where the strides do not allow that, a product is one row
 * deep.
 */
final class ConvKernelGradient implements KernelGradient {
  /** Pixels of one product, about: its part of the gradient stays in the first-level cache. */
  private static final int DEPTH = 128;

  private static final float[] ONE = {1f};

  private final ConvGeometry geometry;
  private final FeatureMaps input;
  private final FeatureMaps gradient;
  private final Parameter kernel;
  private final Parameter bias;
  private final Workers workers;
  /** From one row of the gradient, or of its copy, to the next, in pixels. */
  private final int pitch;

  private final int rowsPerProduct;
  /** For each worker an image's gradient with that pitch; null where it has that pitch already. */
  private final float @Nullable [][] copies;

  private final KernelSums sums;

  ConvKernelGradient(
      ConvForward convolution, FeatureMaps input, FeatureMaps gradient, Workers workers) {
    this.input = input;
    this.gradient = gradient;
    this.workers = workers;
    geometry = convolution.geometry();
    kernel = convolution.kernel();
    bias = convolution.bias();
    int inputRow = geometry.strideY() * input.rowStride();
    int inputStep = geometry.strideX() * input.channels();
    boolean uniform = inputRow % inputStep == 0 && inputRow / inputStep >= geometry.columns();
    int gradientPitch = gradient.rowStride() / gradient.channels();
    pitch = uniform ? inputRow / inputStep : gradientPitch;
    rowsPerProduct = uniform ? Math.max(1, DEPTH / pitch) : 1;
    copies = pitch == gradientPitch
        ? null
        : workers.scratch(gradient.height() * pitch * gradient.channels() + Gemm.COLUMNS);
    sums = new KernelSums(kernel, bias, workers);
  }

  @Override
  public int slots() {
    return sums.slots();
  }

  @Override
  public void clear(int slot) {
    sums.clear(slot);
  }

  @Override
  public void add(int image, int place, int slot, int worker) {
    float[] data = copies == null ? gradient.data() : copies[worker];
    int start = copies == null ? gradient.index(place, 0, 0) : Aligned.START;
    if (copies != null) {
      copyRows(place, copies[worker]);
    }
    for (int row = 0; row < gradient.height(); row += rowsPerProduct) {
      addRows(image, row, data, start, worker, sums.ofKernel(slot));
    }
    if (bias.hasGradient()) {
      addBias(data, start, worker, sums.ofBias(slot));
    }
  }

  private void copyRows(int place, float[] copy) {
    for (int row = 0; row < gradient.height(); row++) {
      System.arraycopy(
          gradient.data(),
          gradient.index(place, row, 0),
          copy,
          Aligned.START + row * pitch * gradient.channels(),
          gradient.rowSize());
    }
  }

  /** Adds the products with some rows of the gradient, which stay in the first-level cache. */
  private void addRows(int image, int row, float[] data, int start, int worker, float[] target) {
    int rows = Math.min(rowsPerProduct, gradient.height() - row);
    for (int ky = 0; ky < geometry.height(); ky++) {
      workers
          .gemm(worker)
          .multiplyAdd(
              geometry.width() * input.channels(),
              kernel.stride(),
              depth(rows),
              input.data(),
              input.index(
                  image,
                  row * geometry.strideY() + geometry.firstRow() + ky,
                  geometry.firstColumn()),
              1,
              geometry.strideX() * input.channels(),
              data,
              start + row * pitch * gradient.channels(),
              gradient.channels(),
              target,
              kernelRowStart(ky),
              kernel.stride());
    }
  }

  /** The sum over all pixels, as a product with ones; what lies between the rows is zero. */
  private void addBias(float[] data, int start, int worker, float[] target) {
    workers
        .gemm(worker)
        .multiplyAdd(
            1,
            bias.stride(),
            depth(gradient.height()),
            ONE,
            0,
            0,
            0,
            data,
            start,
            gradient.channels(),
            target,
            0,
            0);
  }

  @Override
  public void addSlots(int slots) {
    sums.addSlots(slots);
  }

  /** Pixels from the first to the last of some rows. */
  private int depth(int rows) {
    return (rows - 1) * pitch + gradient.width();
  }

  private int kernelRowStart(int ky) {
    return ky * (kernel.rows() / geometry.height()) * kernel.stride();
  }
}
