package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.Arrays;

/**
 * The gradient of a convolution's kernel and bias.
 *
 * <p>The batch is cut into {@link Slots}. A unit is one kernel row of one slot; for each image it adds matrix products whose depth
 * runs over the pixels of several output rows. For that the output's gradient is copied so that its
 * rows are as far apart as the input's, with zeros in the gaps: then one step from pixel to pixel holds
 * across the rows, in both. (A product over a single row spends half its time on loading and storing
 * the sums.) Where the strides do not allow that, a product is one row deep.
 */
final class ConvKernelGradient {
  /** Pixels of one product, about: its part of the gradient stays in the first-level cache. */
  private static final int DEPTH = 128;

  private static final float[] ONE = {1f};

  private final Connections connections;
  private final Workers workers;
  private final ConvGeometry geometry;
  private final Parameter kernel;
  private final Parameter bias;
  /** From one row of the copied gradient to the next, in pixels. */
  private final int pitch;

  private final int rowsPerProduct;
  private final float[] gradients;
  private final Slots slots;
  private final float[][] kernelSums;
  private final float[][] biasSums;

  private final Phase sumSlot = this::sumSlot;
  private final Phase addSlots = this::addSlots;

  ConvKernelGradient(
      Connections connections,
      ConvGeometry geometry,
      Parameter kernel,
      Parameter bias,
      int capacity,
      Workers workers) {
    this.connections = connections;
    this.workers = workers;
    this.geometry = geometry;
    this.kernel = kernel;
    this.bias = bias;
    boolean needed = connections.outputGradient() != null;
    int inputRow = geometry.strideY() * connections.input().rowStride();
    int inputStep = geometry.strideX() * connections.input().channels();
    boolean uniform = inputRow % inputStep == 0 && inputRow / inputStep >= geometry.columns();
    pitch = uniform ? inputRow / inputStep : geometry.columns();
    rowsPerProduct = uniform ? Math.max(1, DEPTH / pitch) : 1;
    gradients = new float[needed ? capacity * imageSize() + Gemm.COLUMNS : 0];
    slots = Slots.forSums(kernel.values().length);
    kernelSums = new float[needed ? slots.count() : 0][kernel.values().length];
    biasSums = new float[needed ? slots.count() : 0][bias.values().length];
  }

  /** Copies the gradient of one image's output, to be called for all images before {@link #run}. */
  void prepare(int image) {
    FeatureMaps gradient = connections.requireOutputGradient();
    for (int row = 0; row < gradient.height(); row++) {
      System.arraycopy(
          gradient.data(),
          gradient.index(image, row, 0),
          gradients,
          image * imageSize() + row * pitch * gradient.channels(),
          gradient.rowSize());
    }
  }

  /** Computes the gradients over a batch. */
  void run(int count) {
    slots.share(count);
    workers.run(slots.count() * geometry.height(), sumSlot);
    workers.run(geometry.height(), addSlots);
  }

  private void sumSlot(int unit, int worker) {
    int slot = unit / geometry.height();
    int ky = unit % geometry.height();
    float[] sums = kernelSums[slot];
    Arrays.fill(sums, kernelRowStart(ky), kernelRowStart(ky + 1), 0f);
    if (ky == 0) {
      Arrays.fill(biasSums[slot], 0f);
    }
    for (int image = slots.start(slot); image < slots.start(slot + 1); image++) {
      addKernelRow(image, ky, worker, sums);
      if (ky == 0) {
        addBias(image, worker, biasSums[slot]);
      }
    }
  }

  private void addKernelRow(int image, int ky, int worker, float[] sums) {
    FeatureMaps input = connections.input();
    FeatureMaps output = connections.output();
    for (int row = 0; row < output.height(); row += rowsPerProduct) {
      int rows = Math.min(rowsPerProduct, output.height() - row);
      workers
          .gemm(worker)
          .multiplyAdd(
              geometry.width() * input.channels(),
              kernel.stride(),
              (rows - 1) * pitch + output.width(),
              input.data(),
              input.index(
                  image,
                  row * geometry.strideY() + geometry.firstRow() + ky,
                  geometry.firstColumn()),
              1,
              geometry.strideX() * input.channels(),
              gradients,
              image * imageSize() + row * pitch * output.channels(),
              output.channels(),
              sums,
              kernelRowStart(ky),
              kernel.stride());
    }
  }

  /** The sum over all pixels, as a product with ones; what lies between the rows is zero. */
  private void addBias(int image, int worker, float[] sums) {
    FeatureMaps output = connections.output();
    workers
        .gemm(worker)
        .multiplyAdd(
            1,
            bias.stride(),
            output.height() * pitch,
            ONE,
            0,
            0,
            0,
            gradients,
            image * imageSize(),
            output.channels(),
            sums,
            0,
            0);
  }

  private void addSlots(int ky, int worker) {
    Arrays.fill(kernel.gradient(), kernelRowStart(ky), kernelRowStart(ky + 1), 0f);
    for (float[] sums : kernelSums) {
      Slots.add(sums, kernel.gradient(), kernelRowStart(ky), kernelRowStart(ky + 1));
    }
    int rows = kernel.rows() / geometry.height();
    kernel.clearGradientPadding(ky * rows, (ky + 1) * rows);
    if (ky == 0) {
      Arrays.fill(bias.gradient(), 0f);
      for (float[] sums : biasSums) {
        Slots.add(sums, bias.gradient(), 0, sums.length);
      }
      bias.clearGradientPadding(0, 1);
    }
  }

  private int imageSize() {
    return connections.output().height() * pitch * connections.output().channels();
  }

  private int kernelRowStart(int ky) {
    return ky * (kernel.rows() / geometry.height()) * kernel.stride();
  }
}
