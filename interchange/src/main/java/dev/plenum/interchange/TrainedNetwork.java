package dev.plenum.interchange;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;

/**
 * A network and its weights.
 *
 * @param network the network
 * @param weights of every parameter, {@code conv2d/kernel} …, in Keras's layouts
 */
public record TrainedNetwork(Network network, NamedTensors weights) {

  /**
   * Checks that they belong together.
   *
   * @param network says which parameters there are, and of which shapes
   * @param weights finite; of every parameter, in its shape
   * @throws dev.plenum.api.tensor.NonFiniteException if a weight is NaN or infinite
   * @throws IllegalArgumentException if a parameter has no tensor, or one of another shape; the
   *     message names it
   */
  public TrainedNetwork {
    for (PlacedLayer layer : network.placedLayers()) {
      for (ParameterSpec parameter : layer.parameters()) {
        String name = layer.parameterName(parameter);
        Tensor tensor = weights.get(name);
        if (!tensor.shape().equals(parameter.shape())) {
          throw new IllegalArgumentException("'%s' must have the shape %s, found %s"
              .formatted(name, parameter.shape(), tensor.shape()));
        }
      }
    }
    weights.requireFinite();
  }
}
