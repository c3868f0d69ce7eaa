package dev.plenum.api.network;

import java.util.List;

/**
 * An operation at its place in a network.
 *
 * @param index its position, from 0
 * @param name unique in the network, as Keras numbers them: {@code conv2d}, {@code conv2d_1}
 * @param spec what it is
 * @param reads the positions of the layers whose outputs it reads; {@link #IMAGES} for the images
 * @param inputs the shapes of what it reads, of one sample each
 * @param output the shape of one sample that goes out
 * @param parameters its arrays, kernel before bias, trained before state
 * @param frozen whether nothing of it changes while the network is trained, its statistics neither
 */
public record PlacedLayer(
    int index,
    String name,
    Operation spec,
    List<Integer> reads,
    List<Shape> inputs,
    Shape output,
    List<ParameterSpec> parameters,
    boolean frozen) {
  /** Stands for the images in {@link #reads}. */
  public static final int IMAGES = -1;

  /**
   * Copies the lists.
   *
   * @param index its position, from 0
   * @param name unique in the network, as Keras numbers them: {@code conv2d}, {@code conv2d_1}
   * @param spec what it is
   * @param reads the positions of the layers whose outputs it reads; {@link #IMAGES} for the images
   * @param inputs the shapes of what it reads, of one sample each
   * @param output the shape of one sample that goes out
   * @param parameters its arrays, kernel before bias, trained before state
   * @param frozen whether nothing of it changes while the network is trained, its statistics neither
   */
  public PlacedLayer {
    reads = List.copyOf(reads);
    inputs = List.copyOf(inputs);
    parameters = List.copyOf(parameters);
  }

  /** {@return the shape of what it reads, or of the first value that a merge reads} */
  public Shape input() {
    return inputs.get(0);
  }

  /** {@return the number of values in all its arrays} */
  public long parameterCount() {
    return parameters.stream().mapToLong(p -> p.shape().size()).sum();
  }

  /** {@return the number of values that training changes by their gradient} */
  public long trainableCount() {
    return parameters.stream()
        .filter(this::isTrained)
        .mapToLong(p -> p.shape().size())
        .sum();
  }

  /**
   * {@return whether the optimizer changes one of its arrays}
   *
   * @param parameter one of {@link #parameters}
   */
  public boolean isTrained(ParameterSpec parameter) {
    return !frozen && parameter.isTrained();
  }

  /**
   * {@return the name of one of its parameters in weight files: {@code conv2d/kernel}}
   *
   * @param parameter one of {@link #parameters}
   */
  public String parameterName(ParameterSpec parameter) {
    return name + "/" + parameter.name();
  }
}
