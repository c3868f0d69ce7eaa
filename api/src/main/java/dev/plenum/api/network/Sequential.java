package dev.plenum.api.network;

import java.util.List;
import java.util.Set;

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
 * @param layers from input to output
 * @param frozen the positions of the layers that training leaves as they are
 */
public record Sequential(Shape input, List<LayerSpec> layers, Set<Integer> frozen)
    implements Network {

  /**
   * Checks that the layers fit together.
   *
   * @param input the shape of one image, (height, width, channels)
   * @param layers from input to output
   * @param frozen the positions of the layers that training leaves as they are
   * @throws InvalidNetworkException if not; the message names the layer and both shapes
   */
  public Sequential {
    layers = List.copyOf(layers);
    frozen = Ending.checkedPositions(frozen, layers.size());
    Ending.check(place(input, layers, frozen));
  }

  /**
   * A network that nothing is frozen of.
   *
   * @param input the shape of one image, (height, width, channels)
   * @param layers from input to output
   */
  public Sequential(Shape input, List<LayerSpec> layers) {
    this(input, layers, Set.of());
  }

  /**
   * {@return a network of these layers}
   *
   * @param input the shape of one image, (height, width, channels)
   * @param layers from input to output
   * @throws InvalidNetworkException if they do not fit together
   */
  public static Sequential of(Shape input, LayerSpec... layers) {
    return new Sequential(input, List.of(layers));
  }

  @Override
  public List<PlacedLayer> placedLayers() {
    return place(input, layers, frozen);
  }

  @Override
  public Sequential withFrozen(Set<Integer> positions) {
    return new Sequential(input, layers, positions);
  }

  private static List<PlacedLayer> place(Shape input, List<LayerSpec> layers, Set<Integer> frozen) {
    Placement placement = new Placement(input);
    for (int i = 0; i < layers.size(); i++) {
      placement.add(layers.get(i), List.of(i - 1), frozen.contains(i)); // IMAGES is −1
    }
    return placement.layers();
  }
}
