package dev.plenum.api.network;

import java.util.List;

/**
 * A layer at its place in a network.
 *
 * @param index its position, from 0
 * @param name unique in the network, as Keras numbers them: {@code conv2d}, {@code conv2d_1}
 * @param spec what it is
 * @param input the shape of one sample that comes in
 * @param output the shape of one sample that goes out
 * @param parameters its trainable arrays, kernel before bias
 */
public record PlacedLayer(
    int index,
    String name,
    LayerSpec spec,
    Shape input,
    Shape output,
    List<ParameterSpec> parameters) {

  /** Copies the list. */
  public PlacedLayer {
    parameters = List.copyOf(parameters);
  }

  /** The number of trainable values. */
  public long parameterCount() {
    return parameters.stream().mapToLong(p -> p.shape().size()).sum();
  }

  /** The name of one of its parameters in weight files: {@code conv2d/kernel}. */
  public String parameterName(ParameterSpec parameter) {
    return name + "/" + parameter.name();
  }
}
