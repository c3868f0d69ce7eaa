package dev.plenum.interchange.onnx;

import dev.plenum.api.network.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Kernels with the outputs first, as ONNX has them, of those with the outputs last, as we have them. */
final class KernelLayout {
  private KernelLayout() {}

  /** (outputs, inputs, height, width) of a convolution, (outputs, inputs) of a dense layer. */
  static List<Integer> outputsFirst(Shape kernel) {
    List<Integer> sizes = new ArrayList<>(kernel.dimensions());
    Collections.reverse(sizes.subList(0, sizes.size() - 2));
    Collections.reverse(sizes);
    return sizes;
  }

  /** From ((height, width,) inputs, outputs) to (outputs, inputs (, height, width)). */
  static float[] outputsFirst(Shape kernel, float[] values) {
    int outputs = kernel.dimensions().get(kernel.rank() - 1);
    int inputs = kernel.dimensions().get(kernel.rank() - 2);
    int taps = values.length / (outputs * inputs);
    float[] transposed = new float[values.length];
    for (int tap = 0; tap < taps; tap++) {
      for (int in = 0; in < inputs; in++) {
        for (int out = 0; out < outputs; out++) {
          transposed[(out * inputs + in) * taps + tap] =
              values[(tap * inputs + in) * outputs + out];
        }
      }
    }
    return transposed;
  }

  /**
   * A depthwise kernel (height, width, in, multiplier) as that of a convolution in groups of one input
   * each, (height, width, 1, in · multiplier): the same values in the same order.
   */
  static Shape grouped(Shape depthwise) {
    List<Integer> sizes = depthwise.dimensions();
    return Shape.of(sizes.get(0), sizes.get(1), 1, sizes.get(2) * sizes.get(3));
  }
}
