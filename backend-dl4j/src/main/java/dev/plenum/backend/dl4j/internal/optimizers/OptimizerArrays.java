package dev.plenum.backend.dl4j.internal.optimizers;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arrays of an update, all of one length: every parameter of the network one after another.
 *
 * @param values w
 * @param gradient g
 * @param slots what the optimizer keeps, by name
 * @param scratch for results in between
 */
public record OptimizerArrays(
    INDArray values, INDArray gradient, Map<String, INDArray> slots, INDArray scratch) {

  INDArray slot(String name) {
    INDArray slot = slots.get(name);
    if (slot == null) {
      throw new IllegalArgumentException(
          "there is no slot '" + name + "'; there are: " + slots.keySet());
    }
    return slot;
  }
}
