package dev.plenum.api.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network whose layers follow one another, from an image to one number per class.
 *
 * <pre>{@code
 * Sequential network = Sequential.of(Shape.of(28, 28, 1),
 *     Conv2D.of(10, 5).padding(SAME).activation(RELU),
 *     MaxPool2D.of(2),
 *     Flatten.instance(),
 *     Dense.of(10).activation(SOFTMAX));
 * }</pre>
 *
 * @param input the shape of one image, (height, width, channels)
 * @param layers from input to output; the last is a Dense layer with softmax, or a linear one whose
 *     outputs are then taken as logits
 */
public record Sequential(Shape input, List<LayerSpec> layers) {

  /**
   * Checks that the layers fit together.
   *
   * @throws InvalidNetworkException if not; the message names the layer and both shapes
   */
  public Sequential {
    layers = List.copyOf(layers);
    if (!input.isImage()) {
      throw new InvalidNetworkException(
          "a network's input must have the shape (height, width, channels), found " + input);
    }
    place(input, layers);
    checkEnding(layers);
  }

  /**
   * A network of these layers.
   *
   * @throws InvalidNetworkException if they do not fit together
   */
  public static Sequential of(Shape input, LayerSpec... layers) {
    return new Sequential(input, List.of(layers));
  }

  /** The layers with their names, shapes and parameters. */
  public List<PlacedLayer> placedLayers() {
    return place(input, layers);
  }

  /** The number of classes that the network tells apart. */
  public int classes() {
    return ((Dense) layers.get(layers.size() - 1)).units();
  }

  /** The number of trainable values. */
  public long parameterCount() {
    return placedLayers().stream().mapToLong(PlacedLayer::parameterCount).sum();
  }

  /** The table that Keras prints: layers, output shapes, parameter counts. */
  public String summary() {
    return Summary.of(this);
  }

  private static List<PlacedLayer> place(Shape input, List<LayerSpec> layers) {
    List<PlacedLayer> placed = new ArrayList<>();
    Map<String, Integer> used = new HashMap<>();
    Shape shape = input;
    for (LayerSpec layer : layers) {
      int sameKindBefore = used.merge(layer.namePrefix(), 1, Integer::sum) - 1;
      String name = layer.namePrefix() + (sameKindBefore == 0 ? "" : "_" + sameKindBefore);
      PlacedLayer next = place(placed.size(), name, layer, shape);
      placed.add(next);
      shape = next.output();
    }
    return List.copyOf(placed);
  }

  private static PlacedLayer place(int index, String name, LayerSpec layer, Shape input) {
    try {
      return new PlacedLayer(
          index, name, layer, input, layer.outputShape(input), layer.parameters(input));
    } catch (IllegalArgumentException e) {
      throw new InvalidNetworkException(
          "layer " + (index + 1) + " '" + name + "': " + e.getMessage());
    }
  }

  private static void checkEnding(List<LayerSpec> layers) {
    for (int i = 0; i < layers.size() - 1; i++) {
      if (layers.get(i).activation() == Activation.SOFTMAX) {
        throw new InvalidNetworkException(String.format(
            Locale.ROOT,
            "layer %d (%s): softmax is only for the last layer",
            i + 1,
            layers.get(i).type()));
      }
    }
    LayerSpec last = layers.isEmpty() ? null : layers.get(layers.size() - 1);
    boolean scores = last instanceof Dense dense
        && (dense.activation() == Activation.SOFTMAX || dense.activation() == Activation.LINEAR);
    if (!scores) {
      throw new InvalidNetworkException(
          "a network must end in a Dense layer with softmax, or with a linear one whose "
              + "outputs are taken as logits; this one ends in " + describe(last));
    }
  }

  private static String describe(@Nullable LayerSpec last) {
    if (last == null) {
      return "nothing: it has no layers";
    }
    return last.type() + (last instanceof Dense ? " with " + last.activation() : "");
  }
}
