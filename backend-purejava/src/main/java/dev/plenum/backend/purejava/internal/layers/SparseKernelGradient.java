package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.kernels.Patch;
import dev.plenum.backend.purejava.internal.kernels.SparsePatches;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.parallel.Phase;

/**
 * The gradient of a convolution's kernel and bias where that of its output is sparse: each list entry
 * adds its multiple of the patch that it came from to its output channel's sums.
 */
final class SparseKernelGradient {
  private final ConvGeometry geometry;
  private final FeatureMaps input;
  private final Parameter kernel;
  private final Parameter bias;
  private final Workers workers;
  private final int[] starts;
  private final Patch patch;
  private final SparsePatches patches;
  /** From one kernel row to the next in the sums: whole vectors. */
  private final int kernelRow;

  /** For each slot [output][kernel row][kernel column, input channel]. */
  private final SlotSums sums;

  private final float[] total;

  private final Phase addSlots = this::addSlotsOfOutput;
  private int used;

  SparseKernelGradient(ConvForward convolution, FeatureMaps input, Workers workers) {
    geometry = convolution.geometry();
    kernel = convolution.kernel();
    bias = convolution.bias();
    this.input = input;
    this.workers = workers;
    starts = geometry.patchStarts(input.rowStride(), input.channels());
    patch = geometry.patch(input.rowStride(), input.channels());
    patches = workers.kernels().sparsePatches();
    kernelRow = Gemm.padded(geometry.width() * input.channels());
    int size = kernel.columns() * outputSize();
    sums = new SlotSums(size, kernel.columns());
    total = new float[size];
  }

  /** How many slots there are. */
  int slots() {
    return sums.slots();
  }

  /** Begins a slot's sums. */
  void clear(int slot) {
    sums.clear(slot);
  }

  /** Adds an image to a slot. */
  void add(SparseGradient gradient, int image, int slot) {
    for (int output = 0; output < kernel.columns(); output++) {
      int from = gradient.start(0, output);
      int to = gradient.end(gradient.bands() - 1, output);
      patches.gather(
          patch,
          from,
          to,
          gradient.pixels(),
          gradient.values(),
          starts,
          input.data(),
          input.index(image, geometry.firstRow(), geometry.firstColumn()),
          sums.ofKernel(slot),
          output * outputSize());
      for (int e = from; e < to; e++) {
        sums.ofBias(slot)[output] += gradient.values()[e];
      }
    }
  }

  /** Adds up the first slots. */
  void addSlots(int slots) {
    used = slots;
    workers.run(kernel.columns(), addSlots);
    sums.totalBias(slots, bias);
  }

  private void addSlotsOfOutput(int output, int worker) {
    int start = output * outputSize();
    sums.totalKernel(used, total, start, start + outputSize());
    int rowSize = geometry.width() * input.channels();
    for (int ky = 0; ky < geometry.height(); ky++) {
      for (int i = 0; i < rowSize; i++) {
        kernel.gradient()[(ky * rowSize + i) * kernel.stride() + output] =
            total[start + ky * kernelRow + i];
      }
    }
  }

  private int outputSize() {
    return geometry.height() * kernelRow;
  }
}
