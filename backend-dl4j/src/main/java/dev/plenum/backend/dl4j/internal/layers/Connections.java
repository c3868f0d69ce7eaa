package dev.plenum.backend.dl4j.internal.layers;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arrays around a layer, for a whole batch: (n, height, width, channels) or (n, units).
 *
 * @param input what it reads
 * @param output what it writes
 * @param inputGradient what it writes going backward; null where nobody needs it
 * @param outputGradient what it reads going backward; null in a network that only predicts
 */
public record Connections(
    INDArray input,
    INDArray output,
    @Nullable INDArray inputGradient,
    @Nullable INDArray outputGradient) {

  /** The gradient of the output, in a network that trains. */
  INDArray requireOutputGradient() {
    if (outputGradient == null) {
      throw new IllegalStateException("this network only predicts");
    }
    return outputGradient;
  }

  boolean trains() {
    return outputGradient != null;
  }

  /** The number of images. */
  int count() {
    return (int) input.size(0);
  }
}
