package dev.plenum.augmentation;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;

/**
 * Statistics are computed in double precision and kept in single, so that a normalisation is the same
 * before it is saved and after.
 */
final class Rounded {
  private Rounded() {}

  static Tensor tensor(Shape shape, double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return new Tensor(shape, floats);
  }
}
