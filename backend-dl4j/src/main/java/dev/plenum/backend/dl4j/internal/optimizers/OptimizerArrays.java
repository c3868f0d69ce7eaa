package dev.plenum.backend.dl4j.internal.optimizers;

import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arrays of an update, each with every parameter of the network that it is about, one after another.
 *
 * @param values w, what is trained
 * @param changing what is trained, then the state that layers change themselves
 * @param gradient g, of what is trained
 * @param slots what the optimizer keeps, by name: for what is trained; the averages, where there are any,
 *     for what changes
 * @param allScratch for results in between, as long as {@code changing}
 */
public record OptimizerArrays(
    INDArray values,
    INDArray changing,
    INDArray gradient,
    Map<String, INDArray> slots,
    INDArray allScratch) {

  INDArray slot(String name) {
    INDArray slot = slots.get(name);
    if (slot == null) {
      throw new IllegalArgumentException(
          "there is no slot '" + name + "'; there are: " + slots.keySet());
    }
    return slot;
  }

  /** For results in between, as long as what is trained. */
  INDArray scratch() {
    return NativeMemory.view(allScratch, 0, values.length());
  }
}
