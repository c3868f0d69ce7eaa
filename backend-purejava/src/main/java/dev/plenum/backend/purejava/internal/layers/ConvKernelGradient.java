package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.Arrays;

/**
 * The gradient of a convolution's kernel and bias.
 *
 * <p>The batch is cut into a fixed number of slots, each with sums of its own, which are added in slot
 * order at the end: so the order of every sum, and with it every bit, is the same for any number of
 * threads. A unit is one kernel row of one slot; for each image it adds matrix products whose depth
 * runs over the pixels of several output rows. For that the output's gradient is copied so that its
 * rows are as far apart as the input's, with zeros in the gaps: then one step from pixel to pixel holds
 * across the rows, in both. (A product over a single row spends half its time on loading and storing
 * the sums.) Where the strides do not allow that, a product is one row deep.
 */
final class ConvKernelGradient {
  private static final int MAX_SLOTS = 16;
  /** Large kernels get fewer slots, so that the sums take at most 16 MB. */
  private static final int MAX_SUMS = 1 << 22;

  /** Pixels of one product, about: its part of the gradient stays in the first-level cache. */
  private static final int DEPTH = 128;

  private final Connections connections;
  private final Workers workers;
  private final Window window;
  private final int top;
  private final int left;
  private final Parameter kernel;
  private final Parameter bias;
  /** From one row of the copied gradient to the next, in pixels. */
  private final int pitch;

  private final int rowsPerProduct;
  private final float[] gradients;
  private final int slots;
  private final float[][] kernelSums;
  private final float[][] biasSums;

  private final Phase sumSlot = this::sumSlot;
  private final Phase addSlots = this::addSlots;
  private int count;

  ConvKernelGradient(
      Connections connections,
      Window window,
      Shape input,
      Parameter kernel,
      Parameter bias,
      int capacity,
      Workers workers) {
    this.connections = connections;
    this.workers = workers;
    this.window = window;
    this.kernel = kernel;
    this.bias = bias;
    top = window.top(input);
    left = window.left(input);
    boolean needed = connections.outputGradient() != null;
    int inputRow = window.strideY() * connections.input().rowStride();
    int inputStep = window.strideX() * input.channels();
    boolean uniform =
        inputRow % inputStep == 0 && inputRow / inputStep >= window.outputWidth(input);
    pitch = uniform ? inputRow / inputStep : window.outputWidth(input);
    rowsPerProduct = uniform ? Math.max(1, DEPTH / pitch) : 1;
    gradients = new float[needed ? capacity * imageSize() + Gemm.COLUMNS : 0];
    slots = Math.max(1, Math.min(MAX_SLOTS, MAX_SUMS / kernel.values().length));
    kernelSums = new float[needed ? slots : 0][kernel.values().length];
    biasSums = new float[needed ? slots : 0][bias.values().length];
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
    this.count = count;
    workers.run(slots * window.height(), sumSlot);
    workers.run(window.height(), addSlots);
  }

  private void sumSlot(int unit, int worker) {
    int slot = unit / window.height();
    int ky = unit % window.height();
    float[] sums = kernelSums[slot];
    Arrays.fill(sums, kernelRowStart(ky), kernelRowStart(ky + 1), 0f);
    if (ky == 0) {
      Arrays.fill(biasSums[slot], 0f);
    }
    for (int image = firstImage(slot); image < firstImage(slot + 1); image++) {
      addKernelRow(image, ky, worker, sums);
      if (ky == 0) {
        addBias(image, biasSums[slot]);
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
              window.width() * input.channels(),
              kernel.stride(),
              (rows - 1) * pitch + output.width(),
              input.data(),
              input.index(image, row * window.strideY() - top + ky, -left),
              1,
              window.strideX() * input.channels(),
              gradients,
              image * imageSize() + row * pitch * output.channels(),
              output.channels(),
              sums,
              kernelRowStart(ky),
              kernel.stride());
    }
  }

  private void addBias(int image, float[] sums) {
    FeatureMaps gradient = connections.requireOutputGradient();
    for (int row = 0; row < gradient.height(); row++) {
      for (int column = 0; column < gradient.width(); column++) {
        int pixel = gradient.index(image, row, column);
        for (int c = 0; c < gradient.channels(); c++) {
          sums[c] += gradient.data()[pixel + c];
        }
      }
    }
  }

  private void addSlots(int ky, int worker) {
    Arrays.fill(kernel.gradient(), kernelRowStart(ky), kernelRowStart(ky + 1), 0f);
    for (float[] sums : kernelSums) {
      add(sums, kernel.gradient(), kernelRowStart(ky), kernelRowStart(ky + 1));
    }
    int rows = kernel.rows() / window.height();
    kernel.clearGradientPadding(ky * rows, (ky + 1) * rows);
    if (ky == 0) {
      Arrays.fill(bias.gradient(), 0f);
      for (float[] sums : biasSums) {
        add(sums, bias.gradient(), 0, sums.length);
      }
    }
  }

  private static void add(float[] from, float[] to, int start, int end) {
    for (int i = start; i < end; i++) {
      to[i] += from[i];
    }
  }

  private int imageSize() {
    return connections.output().height() * pitch * connections.output().channels();
  }

  private int kernelRowStart(int ky) {
    return ky * (kernel.rows() / window.height()) * kernel.stride();
  }

  private int firstImage(int slot) {
    return (int) ((long) slot * count / slots);
  }
}
