package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.parallel.Phase;

/** {@link SlotSums} in the layout of the kernel and the bias themselves. */
final class KernelSums {
  /** Sums of the kernel that a unit adds up, about. */
  private static final int UNIT = 1 << 12;

  private final Parameter kernel;
  private final Parameter bias;
  private final Workers workers;
  private final SlotSums sums;
  private final int rowsPerUnit;
  private final Phase addSlots = this::addSlotsOfRows;
  private int used;

  KernelSums(Parameter kernel, Parameter bias, Workers workers) {
    this.kernel = kernel;
    this.bias = bias;
    this.workers = workers;
    sums = new SlotSums(kernel.values().length, bias.values().length);
    rowsPerUnit = Math.max(1, UNIT / kernel.stride());
  }

  /** See {@link SlotSums#slots}. */
  int slots() {
    return sums.slots();
  }

  /** See {@link SlotSums#ofKernel}. */
  float[] ofKernel(int slot) {
    return sums.ofKernel(slot);
  }

  /** See {@link SlotSums#ofBias}. */
  float[] ofBias(int slot) {
    return sums.ofBias(slot);
  }

  /** See {@link SlotSums#clear}. */
  void clear(int slot) {
    sums.clear(slot);
  }

  /** Adds up the first slots, to the gradients. */
  void addSlots(int slots) {
    used = slots;
    workers.run((kernel.rows() + rowsPerUnit - 1) / rowsPerUnit, addSlots);
    sums.totalBias(slots, bias);
  }

  private void addSlotsOfRows(int unit, int worker) {
    int from = unit * rowsPerUnit;
    int to = Math.min(from + rowsPerUnit, kernel.rows());
    sums.totalKernel(used, kernel.gradient(), from * kernel.stride(), to * kernel.stride());
    kernel.clearGradientPadding(from, to);
  }
}
