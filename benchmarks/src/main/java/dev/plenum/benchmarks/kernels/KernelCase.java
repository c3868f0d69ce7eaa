package dev.plenum.benchmarks.kernels;

import java.util.function.Supplier;

/**
 * A kernel with the sizes of one layer.
 *
 * @param kernel what is measured: {@code gemm-forward}
 * @param layer the network and the layer that the sizes come from: {@code deep-conv/conv2d_1}
 * @param sizes for readers
 * @param work what a call gets done
 * @param prepare makes what is called, with memory of its own
 */
record KernelCase(
    String kernel, String layer, String sizes, Work work, Supplier<Runnable> prepare) {

  /** What tells it from the others: {@code gemm-forward:deep-conv/conv2d_1}. */
  String id() {
    return kernel + ":" + layer;
  }
}
