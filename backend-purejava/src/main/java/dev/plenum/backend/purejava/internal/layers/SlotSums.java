package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.Arrays;

/** Sums for the gradients of a kernel and a bias, in any layout; each of the {@link Slots} has its own. */
final class SlotSums {
  private final float[][] kernelSums;
  private final float[][] biasSums;

  SlotSums(int kernelSize, int biasSize) {
    kernelSums = new float[Slots.count(kernelSize)][kernelSize];
    biasSums = new float[kernelSums.length][biasSize];
  }

  /** How many slots there are. */
  int slots() {
    return kernelSums.length;
  }

  /** A slot's sums for the kernel. */
  float[] ofKernel(int slot) {
    return kernelSums[slot];
  }

  /** A slot's sums for the bias. */
  float[] ofBias(int slot) {
    return biasSums[slot];
  }

  /** Begins a slot's sums. */
  void clear(int slot) {
    Arrays.fill(kernelSums[slot], 0f);
    Arrays.fill(biasSums[slot], 0f);
  }

  /** Sets a stretch of an array to the total of the kernel's first slots. */
  void totalKernel(int slots, float[] target, int start, int end) {
    total(kernelSums, slots, target, start, end);
  }

  /** Sets the gradient of a bias, if it has one, to the total of the first slots. */
  void totalBias(int slots, Parameter bias) {
    if (bias.hasGradient()) {
      total(biasSums, slots, bias.gradient(), 0, biasSums[0].length);
      bias.clearGradientPadding(0, 1);
    }
  }

  private static void total(float[][] sums, int slots, float[] target, int start, int end) {
    Arrays.fill(target, start, end, 0f);
    for (int slot = 0; slot < slots; slot++) {
      float[] from = sums[slot];
      for (int i = start; i < end; i++) {
        target[i] += from[i];
      }
    }
  }
}
