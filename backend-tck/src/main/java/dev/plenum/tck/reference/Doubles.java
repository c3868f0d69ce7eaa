package dev.plenum.tck.reference;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;

/** Between the reference's doubles and the contract's floats. */
final class Doubles {
  private Doubles() {}

  /** Rounds to single precision. */
  static Tensor toTensor(Shape shape, double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return new Tensor(shape, floats);
  }

  static void copy(Tensor tensor, double[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = tensor.get(i);
    }
  }
}
