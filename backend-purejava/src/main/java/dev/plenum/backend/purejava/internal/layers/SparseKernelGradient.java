package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.kernels.Patch;
import dev.plenum.backend.purejava.internal.kernels.SparsePatches;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.Arrays;

/**
 * The gradient of a convolution's kernel and bias where that of its output is sparse: each list entry
 * adds its multiple of the patch that it came from to its output channel's sums.
 *
 * <p>The batch is cut into slots as in {@link ConvKernelGradient}; a unit is some output channels of
 * one slot.
 */
final class SparseKernelGradient {
  private static final int OUTPUTS_PER_UNIT = 8;

  private final ConvGeometry geometry;
  private final FeatureMaps input;
  private final Parameter kernel;
  private final Parameter bias;
  private final SparseGradient gradient;
  private final Workers workers;
  private final int[] starts;
  private final Patch patch;
  private final SparsePatches patches;
  /** From one kernel row to the next in the sums: whole vectors. */
  private final int kernelRow;

  private final int units;
  private final Slots slots;
  /** For each slot [output][kernel row][kernel column, input channel]. */
  private final float[][] kernelSums;

  private final float[][] biasSums;
  private final Phase sum = this::sumUnit;
  private final Phase add = this::addSlots;

  SparseKernelGradient(
      ConvForward convolution, FeatureMaps input, SparseGradient gradient, Workers workers) {
    geometry = convolution.geometry();
    kernel = convolution.kernel();
    bias = convolution.bias();
    this.input = input;
    this.gradient = gradient;
    this.workers = workers;
    starts = geometry.patchStarts(input.rowStride(), input.channels());
    patch = geometry.patch(input.rowStride(), input.channels());
    patches = workers.kernels().sparsePatches();
    kernelRow = Gemm.padded(geometry.width() * input.channels());
    units = (kernel.columns() + OUTPUTS_PER_UNIT - 1) / OUTPUTS_PER_UNIT;
    int size = kernel.columns() * outputSize();
    slots = Slots.forSums(size);
    kernelSums = new float[slots.count()][size];
    biasSums = new float[slots.count()][kernel.columns()];
  }

  /** Computes the gradients over a batch. */
  void run(int count) {
    slots.share(count);
    workers.run(slots.count() * units, sum);
    workers.run(kernel.columns(), add);
  }

  private void sumUnit(int unit, int worker) {
    int slot = unit / units;
    int first = unit % units * OUTPUTS_PER_UNIT;
    int end = Math.min(kernel.columns(), first + OUTPUTS_PER_UNIT);
    float[] sums = kernelSums[slot];
    Arrays.fill(sums, first * outputSize(), end * outputSize(), 0f);
    Arrays.fill(biasSums[slot], first, end, 0f);
    for (int image = slots.start(slot); image < slots.start(slot + 1); image++) {
      for (int output = first; output < end; output++) {
        addImage(image, output, sums, biasSums[slot]);
      }
    }
  }

  private void addImage(int image, int output, float[] sums, float[] biases) {
    int from = gradient.start(image, 0, output);
    int to = gradient.end(image, gradient.bands() - 1, output);
    patches.gather(
        patch,
        from,
        to,
        gradient.pixels(),
        gradient.values(),
        starts,
        input.data(),
        input.index(image, geometry.firstRow(), geometry.firstColumn()),
        sums,
        output * outputSize());
    for (int e = from; e < to; e++) {
      biases[output] += gradient.values()[e];
    }
  }

  private void addSlots(int output, int worker) {
    float[] total = kernelSums[0];
    int start = output * outputSize();
    for (int slot = 1; slot < slots.count(); slot++) {
      Slots.add(kernelSums[slot], total, start, start + outputSize());
      biasSums[0][output] += biasSums[slot][output];
    }
    int rowSize = geometry.width() * input.channels();
    for (int ky = 0; ky < geometry.height(); ky++) {
      for (int i = 0; i < rowSize; i++) {
        kernel.gradient()[(ky * rowSize + i) * kernel.stride() + output] =
            total[start + ky * kernelRow + i];
      }
    }
    bias.gradient()[output] = biasSums[0][output];
  }

  private int outputSize() {
    return geometry.height() * kernelRow;
  }
}
