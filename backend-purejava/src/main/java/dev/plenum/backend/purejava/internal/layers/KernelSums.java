package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.Arrays;

/** The sums for the gradients of a kernel and a bias, each of the {@link Slots} with its own. */
final class KernelSums {
  private final Parameter kernel;
  private final Parameter bias;
  private final Workers workers;
  private final float[][] kernelSums;
  private final float[][] biasSums;
  private final Phase addSlots = this::addSlotsOfRow;
  private int used;

  KernelSums(Parameter kernel, Parameter bias, Workers workers) {
    this.kernel = kernel;
    this.bias = bias;
    this.workers = workers;
    kernelSums = new float[Slots.count(kernel.values().length)][kernel.values().length];
    biasSums = new float[kernelSums.length][bias.values().length];
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

  /** Adds up the first slots, to the gradients. */
  void addSlots(int slots) {
    used = slots;
    workers.run(kernel.rows() + 1, addSlots);
  }

  private void addSlotsOfRow(int row, int worker) {
    if (row == kernel.rows()) {
      add(biasSums, bias, 0);
    } else {
      add(kernelSums, kernel, row);
    }
  }

  private void add(float[][] sums, Parameter parameter, int row) {
    int start = row * parameter.stride();
    int end = start + parameter.stride();
    Arrays.fill(parameter.gradient(), start, end, 0f);
    for (int slot = 0; slot < used; slot++) {
      Slots.add(sums[slot], parameter.gradient(), start, end);
    }
    parameter.clearGradientPadding(row, row + 1);
  }
}
