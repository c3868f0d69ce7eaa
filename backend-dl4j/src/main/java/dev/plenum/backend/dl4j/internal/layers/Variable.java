package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array and how the batch's mean loss changes with it.
 *
 * @param values a parameter in Keras's layout, or a value of a whole batch: (n, height, width, channels)
 *     or (n, units)
 * @param gradient of the values' shape; null where nobody needs it
 */
public record Variable(INDArray values, @Nullable INDArray gradient) {

  /** The same elements in another shape. */
  public Variable in(long... shape) {
    return new Variable(
        NativeMemory.view(values, 0, shape),
        gradient == null ? null : NativeMemory.view(gradient, 0, shape));
  }

  /** The gradient, where there must be one. */
  INDArray requireGradient() {
    if (gradient == null) {
      throw new IllegalStateException("nobody needs this gradient");
    }
    return gradient;
  }
}
