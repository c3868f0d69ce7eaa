package dev.plenum.backend.dl4j.internal.optimizers;

import dev.plenum.api.network.Regularizer;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.layers.Variable;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A parameter that an optimizer changes.
 *
 * @param name {@code conv2d/kernel}
 * @param regularizer what it adds to the loss
 * @param variable parts of the arrays of an update
 */
public record TrainedParameter(String name, Regularizer regularizer, Variable variable) {

  INDArray values() {
    return variable.values();
  }

  INDArray gradient() {
    return Objects.requireNonNull(variable.gradient(), name);
  }

  /** As much room as it takes, in an array for results in between. */
  INDArray in(INDArray scratch) {
    return NativeMemory.view(scratch, 0, values().shape());
  }
}
