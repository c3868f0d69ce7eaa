package dev.plenum.api.spi;

import dev.plenum.api.tensor.NamedTensors;

/**
 * Where a model keeps its arrays, trained or not, and its optimizer's slots, in whatever layout suits the
 * engine. What it hands out is a copy, in Keras's layouts.
 */
public interface ParameterStore {

  /** {@return all weights by name ({@code conv2d/kernel}), in layer order} */
  NamedTensors weights();

  /**
   * {@return the weights of one layer; none for most kinds of layer}
   *
   * @param layer the index of the layer in the network
   */
  NamedTensors weights(int layer);

  /**
   * Sets all weights, or none if they are refused.
   *
   * @param weights those of all layers, in Keras's layouts
   * @throws IllegalArgumentException if names or shapes do not fit
   */
  void setWeights(NamedTensors weights);

  /** {@return the optimizer's slots, parameter by parameter: {@code conv2d/kernel/m}; 0 at the start} */
  NamedTensors slots();

  /**
   * Sets all slots, or none if they are refused.
   *
   * @param slots those of all parameters, in Keras's layouts
   * @throws IllegalArgumentException if names or shapes do not fit
   */
  void setSlots(NamedTensors slots);
}
