package dev.plenum.api.network;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A network, from an image to one number per class: its layers in a line, or as a graph. Immutable, and
 * valid once made.
 *
 * <p>It ends in softmax (a Dense layer's or a layer of its own, over a flat value), or in a Dense layer
 * without activation, whose outputs are then taken as logits.
 */
public sealed interface Network permits Graph, Sequential {

  /** {@return the shape of one image, (height, width, channels)} */
  Shape input();

  /** {@return the positions of the layers that training leaves as they are; see {@link #freeze}} */
  Set<Integer> frozen();

  /** {@return the layers with their names, shapes and parameters, each behind those that it reads} */
  List<PlacedLayer> placedLayers();

  /**
   * {@return the same network with exactly the layers at these positions frozen}
   *
   * @param positions of layers, from 0; empty if nothing shall be frozen
   */
  Network withFrozen(Set<Integer> positions);

  /**
   * {@return the same network, of which training leaves the named layers as they are: their weights, and
   * the moving statistics of a batch normalisation, which then uses these instead of the batch's}
   *
   * @param names of layers, as {@link PlacedLayer#name} has them, beside those that are frozen already
   * @throws InvalidNetworkException if there is no such layer; the message lists what there is
   */
  default Network freeze(Collection<String> names) {
    List<String> known = placedLayers().stream().map(PlacedLayer::name).toList();
    Set<Integer> positions = new TreeSet<>(frozen());
    for (String name : names) {
      if (!known.contains(name)) {
        throw new InvalidNetworkException(
            "there is no layer '%s' to freeze; there are %s".formatted(name, known));
      }
      positions.add(known.indexOf(name));
    }
    return withFrozen(positions);
  }

  /** {@return the number of classes that the network tells apart} */
  default int classes() {
    List<PlacedLayer> layers = placedLayers();
    return layers.get(layers.size() - 1).output().size();
  }

  /** {@return the number of values in all arrays, trained or not} */
  default long parameterCount() {
    return placedLayers().stream().mapToLong(PlacedLayer::parameterCount).sum();
  }

  /** {@return the number of values that training changes by their gradient} */
  default long trainableCount() {
    return placedLayers().stream().mapToLong(PlacedLayer::trainableCount).sum();
  }

  /** {@return the table that Keras prints: layers, output shapes, parameter counts} */
  default String summary() {
    return Summary.of(this);
  }
}
