package dev.plenum.api.network;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A network whose operations read any values that were made before: with branches, merges and
 * residual connections.
 *
 * <pre>{@code
 * Graph network = Graph.of(Shape.of(28, 28, 1), images -> {
 *   Value stem = images.then(Conv2D.of(16, 3).padding(SAME), BatchNormalization.defaults(), RELU.layer());
 *   Value inner = stem.then(Conv2D.of(16, 3).padding(SAME), BatchNormalization.defaults());
 *   return Add.of(stem, inner)
 *       .then(RELU.layer(), GlobalAveragePooling2D.instance(), Dense.of(10).activation(SOFTMAX));
 * });
 * }</pre>
 *
 * @param input the shape of one image, (height, width, channels)
 * @param nodes the operations; the last one makes the output, every other one is read by some later one
 * @param frozen the positions of the layers that training leaves as they are
 */
public record Graph(Shape input, List<Node> nodes, Set<Integer> frozen) implements Network {

  /**
   * An operation and what it reads.
   *
   * @param operation a layer or a merge
   * @param reads the positions of earlier nodes, or {@link PlacedLayer#IMAGES}
   */
  public record Node(Operation operation, List<Integer> reads) {
    /**
     * Copies the list.
     *
     * @param operation a layer or a merge
     * @param reads the positions of earlier nodes, or {@link PlacedLayer#IMAGES}
     */
    public Node {
      reads = List.copyOf(reads);
    }
  }

  /**
   * Checks that the operations fit together.
   *
   * @param input the shape of one image, (height, width, channels)
   * @param nodes the operations; the last one makes the output, every other one is read by some later one
   * @param frozen the positions of the layers that training leaves as they are
   * @throws InvalidNetworkException if not; the message names the layer and the shapes
   */
  public Graph {
    nodes = List.copyOf(nodes);
    frozen = Ending.checkedPositions(frozen, nodes.size());
    List<PlacedLayer> layers = place(input, nodes, frozen);
    requireOneOutput(layers);
    Ending.check(layers);
  }

  /**
   * A graph that nothing is frozen of.
   *
   * @param input the shape of one image, (height, width, channels)
   * @param nodes the operations; the last one makes the output, every other one is read by some later one
   */
  public Graph(Shape input, List<Node> nodes) {
    this(input, nodes, Set.of());
  }

  /**
   * Writes a graph down.
   *
   * @param input the shape of one image, (height, width, channels)
   * @param output makes the value that the network ends with of the images
   * @return the network that ends with that value
   * @throws InvalidNetworkException if the operations do not fit together
   */
  public static Graph of(Shape input, UnaryOperator<Value> output) {
    GraphBuilder builder = new GraphBuilder(input);
    return new Graph(input, builder.nodes(output.apply(builder.images())));
  }

  @Override
  public List<PlacedLayer> placedLayers() {
    return place(input, nodes, frozen);
  }

  @Override
  public Graph withFrozen(Set<Integer> positions) {
    return new Graph(input, nodes, positions);
  }

  private static List<PlacedLayer> place(Shape input, List<Node> nodes, Set<Integer> frozen) {
    Placement placement = new Placement(input);
    for (int i = 0; i < nodes.size(); i++) {
      placement.add(nodes.get(i).operation(), nodes.get(i).reads(), frozen.contains(i));
    }
    return placement.layers();
  }

  private static void requireOneOutput(List<PlacedLayer> layers) {
    Set<Integer> read =
        layers.stream().flatMap(layer -> layer.reads().stream()).collect(Collectors.toSet());
    List<String> unread = layers.subList(0, Math.max(0, layers.size() - 1)).stream()
        .filter(layer -> !read.contains(layer.index()))
        .map(PlacedLayer::name)
        .toList();
    if (!unread.isEmpty()) {
      throw new InvalidNetworkException(
          "a network has one output, its last layer's, but nobody reads the output of "
              + String.join(", ", unread));
    }
  }
}
