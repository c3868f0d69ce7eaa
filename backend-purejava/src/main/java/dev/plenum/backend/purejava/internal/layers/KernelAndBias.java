package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.List;

/**
 * The arrays of a layer with a kernel.
 *
 * @param kernel the kernel
 * @param bias zeros that nobody trains where the layer has none
 */
record KernelAndBias(Parameter kernel, Parameter bias) {

  /** Of a layer's own arrays. */
  static KernelAndBias of(List<Parameter> parameters) {
    Parameter kernel = parameters.get(0);
    return new KernelAndBias(kernel, parameters.size() > 1 ? parameters.get(1) : noBias(kernel));
  }

  private static Parameter noBias(Parameter kernel) {
    return Parameter.zeros(1, kernel.columns());
  }
}
