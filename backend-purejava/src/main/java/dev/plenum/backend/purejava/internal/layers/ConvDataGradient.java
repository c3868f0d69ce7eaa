package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.memory.Border;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.Arrays;

/**
 * The gradient of a convolution's input.
 *
 * <p>Input row u (counted from the first row of padding) feeds the output rows o with u = o · stride +
 * k for a kernel row k. So all input rows with the same remainder r = u mod stride, a "phase", see the
 * same kernel rows k = r, r + stride, …, and their gradient is a convolution of stride 1 over the
 * output's gradient with those kernel rows in reverse: row u = q · stride + r sums over j the output
 * rows q − j with kernel row r + j · stride. The same holds for columns. With stride 1 there is one
 * phase and this is the well-known convolution with the flipped kernel.
 *
 * <p>Within a row, the products' depth runs over (kernel column in reverse, output channel), which are
 * contiguous in the gradient and in the flipped kernel, a copy made for each step.
 */
final class ConvDataGradient {
  private final Connections connections;
  private final Workers workers;
  private final Window window;
  private final int top;
  private final int left;
  private final Parameter kernel;
  private final int inputChannels;
  private final int outputChannels;
  private final int stride;
  /** For each kernel row and phase of columns, (kernel column in reverse, output channel) × input channels. */
  private final float[] flipped;

  private final float[][] scratch;
  private final Phase flip = this::flipKernelRow;

  ConvDataGradient(
      Connections connections, Window window, Shape input, Parameter kernel, Workers workers) {
    this.connections = connections;
    this.workers = workers;
    this.window = window;
    this.kernel = kernel;
    top = window.top(input);
    left = window.left(input);
    inputChannels = input.channels();
    outputChannels = kernel.columns();
    stride = Gemm.padded(inputChannels);
    boolean needed = connections.inputGradient() != null;
    flipped = new float[needed ? window.height() * kernelRowSize() : 0];
    scratch = workers.scratch(needed ? input.width() * stride : 0);
  }

  /** The zeros that the output's gradient needs around it. */
  static Border border(Window window, Shape input) {
    int before = (window.height() - 1) / window.strideY();
    int beforeX = (window.width() - 1) / window.strideX();
    int lastRow = (input.height() - 1 + window.top(input)) / window.strideY();
    int lastColumn = (input.width() - 1 + window.left(input)) / window.strideX();
    return new Border(
        before,
        beforeX,
        Math.max(0, lastRow - (window.outputHeight(input) - 1)),
        Math.max(0, lastColumn - (window.outputWidth(input) - 1)));
  }

  /** Copies the kernel as it is now. */
  void prepare() {
    if (connections.inputGradient() != null) {
      workers.run(window.height(), flip);
    }
  }

  /** Computes one image's gradient, with the kernel that was prepared. */
  void run(int image, int worker) {
    FeatureMaps inputGradient = connections.inputGradient();
    if (inputGradient == null) {
      return;
    }
    for (int row = 0; row < inputGradient.height(); row++) {
      for (int phase = 0; phase < window.strideX(); phase++) {
        runRow(inputGradient, image, row, phase, worker);
      }
    }
  }

  private void runRow(FeatureMaps inputGradient, int image, int row, int phaseX, int worker) {
    int firstColumn = Math.floorMod(phaseX - left, window.strideX());
    int pixels = (inputGradient.width() - firstColumn + window.strideX() - 1) / window.strideX();
    if (pixels <= 0) {
      return;
    }
    float[] sums = scratch[worker];
    Arrays.fill(sums, 0, pixels * stride, 0f);
    FeatureMaps gradient = connections.requireOutputGradient();
    int phaseY = (row + top) % window.strideY();
    int outputRow = (row + top) / window.strideY();
    int tapsX = taps(window.width(), phaseX, window.strideX());
    int outputColumn = (firstColumn + left) / window.strideX() - (tapsX - 1);
    for (int j = 0; j < taps(window.height(), phaseY, window.strideY()) && tapsX > 0; j++) {
      workers
          .gemm(worker)
          .multiplyAdd(
              pixels,
              stride,
              tapsX * outputChannels,
              gradient.data(),
              gradient.index(image, outputRow - j, outputColumn),
              outputChannels,
              1,
              flipped,
              flippedOffset(phaseY + j * window.strideY(), phaseX),
              stride,
              sums,
              0,
              stride);
    }
    for (int i = 0; i < pixels; i++) {
      int target = inputGradient.index(image, row, firstColumn + i * window.strideX());
      System.arraycopy(sums, i * stride, inputGradient.data(), target, inputChannels);
    }
  }

  private void flipKernelRow(int ky, int worker) {
    for (int phase = 0; phase < window.strideX(); phase++) {
      int target = flippedOffset(ky, phase);
      for (int j = taps(window.width(), phase, window.strideX()) - 1; j >= 0; j--) {
        int kx = phase + j * window.strideX();
        transposeTap((ky * window.width() + kx) * inputChannels, target);
        target += outputChannels * stride;
      }
    }
  }

  /** Copies one kernel cell, input × output channels, as output × input channels. */
  private void transposeTap(int kernelRow, int target) {
    for (int ci = 0; ci < inputChannels; ci++) {
      int source = (kernelRow + ci) * kernel.stride();
      for (int co = 0; co < outputChannels; co++) {
        flipped[target + co * stride + ci] = kernel.values()[source + co];
      }
    }
  }

  private int kernelRowSize() {
    return window.width() * outputChannels * stride;
  }

  private int flippedOffset(int ky, int phaseX) {
    int tapsBefore = 0;
    for (int phase = 0; phase < phaseX; phase++) {
      tapsBefore += taps(window.width(), phase, window.strideX());
    }
    return ky * kernelRowSize() + tapsBefore * outputChannels * stride;
  }

  /** How many of the kernel's cells along one axis belong to a phase. */
  private static int taps(int kernelSize, int phase, int stride) {
    return phase < kernelSize ? (kernelSize - phase - 1) / stride + 1 : 0;
  }
}
