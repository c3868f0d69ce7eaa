package dev.plenum.interchange.keras;

import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.interchange.imported.Rescaling;
import dev.plenum.persistence.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Makes a network of pictures (height, width, channels) from layers that may take them in other ways:
 * without a channel axis, or as values in a row, in the order h, w, c. What only brings the input into
 * shape or scale becomes no layer.
 */
final class NetworkBuilder {

  /**
   * What a layer gives, or the input.
   *
   * @param number of the layer, or {@link PlacedLayer#IMAGES}
   * @param shape of one sample in Keras; the input may have others than a picture's
   * @param isShared whether several layers read it, or what it was made of without any layer
   */
  record Value(int number, Shape shape, boolean isShared) {
    /** Whether no layer computed it. */
    boolean isInput() {
      return number == PlacedLayer.IMAGES;
    }

    /** The same, which several layers may read. */
    Value shared(boolean isShared) {
      return new Value(number, shape, this.isShared || isShared);
    }
  }

  private final List<Graph.Node> nodes = new ArrayList<>();
  private final Set<Integer> frozen = new TreeSet<>();
  private final Shape input;

  /** The first shape of the input that has an area. */
  private Optional<Shape> picture = Optional.empty();

  private Optional<Rescaling> rescaling = Optional.empty();

  /**
   * Begins with the input.
   *
   * @throws IllegalArgumentException if it is neither (height, width, channels), nor (height, width),
   *     nor (values)
   */
  NetworkBuilder(Shape input) {
    if (input.rank() > 3) {
      throw new IllegalArgumentException(
          "an input must have the shape (height, width, channels), (height, width) or (values), found "
              + input);
    }
    this.input = input;
    seeArea(input);
  }

  private void seeArea(Shape shape) {
    if (picture.isEmpty() && shape.rank() > 1) {
      picture = Optional.of(withChannels(shape));
    }
  }

  private static Shape withChannels(Shape shape) {
    return shape.rank() == 2
        ? Shape.of(shape.dimensions().get(0), shape.dimensions().get(1), 1)
        : shape;
  }

  /** The shape of the input in Keras. */
  Shape input() {
    return input;
  }

  /** The input. */
  Value images() {
    return new Value(PlacedLayer.IMAGES, input, false);
  }

  /** Whether all that was made of the input until then can be rescaled, before the network. */
  boolean canRescale(Value value) {
    return value.isInput() && !value.isShared();
  }

  /** Rescales the input. */
  void rescale(Rescaling next) {
    rescaling = Optional.of(rescaling.map(before -> before.then(next)).orElse(next));
  }

  /** Gives a value another shape. */
  Value reshape(Value value, Shape target, JsonValue place) {
    if (value.isInput()) {
      seeArea(target);
      if (target.rank() == 1 || picture.equals(Optional.of(withChannels(target)))) {
        return new Value(value.number(), target, value.isShared());
      }
    }
    return add(place.make(() -> new Reshape(target)), List.of(value), place);
  }

  /**
   * Adds a layer or a merge; if it cannot be, it complains with the place of its description.
   *
   * @return what it gives
   */
  Value add(Operation operation, List<Value> inputs, JsonValue place) {
    List<Value> values =
        inputs.stream().map(value -> asHere(value, operation, place)).toList();
    List<Shape> shapes =
        values.stream().map(value -> withChannels(value.shape())).toList();
    Shape output = place.make(() -> output(operation, shapes));
    nodes.add(new Graph.Node(operation, values.stream().map(Value::number).toList()));
    return new Value(nodes.size() - 1, output, false);
  }

  /** The input as values in a row is one here only behind a Flatten. */
  private Value asHere(Value value, Operation reader, JsonValue place) {
    return value.isInput() && value.shape().rank() == 1 && !(reader instanceof Flatten)
        ? add(Flatten.instance(), List.of(value), place)
        : value;
  }

  private static Shape output(Operation operation, List<Shape> inputs) {
    if (operation instanceof MergeSpec merge) {
      return merge.outputShape(inputs);
    }
    if (inputs.size() != 1) {
      throw new IllegalArgumentException("it reads one value, found " + inputs.size());
    }
    return ((LayerSpec) operation).outputShape(inputs.get(0));
  }

  /** The layer that was added last is left as it is by training. */
  void freeze() {
    frozen.add(nodes.size() - 1);
  }

  /** The number of layers until now. */
  int size() {
    return nodes.size();
  }

  /** The shape of the pictures, unless there were only values in a row. */
  Optional<Shape> picture() {
    return picture;
  }

  Optional<Rescaling> rescaling() {
    return rescaling;
  }

  /**
   * The network: in a line, if its layers are.
   *
   * @throws IllegalArgumentException if it is none that the contract has
   */
  Network network(Shape pictures) {
    boolean isLine = IntStream.range(0, nodes.size())
        .allMatch(i -> nodes.get(i).operation() instanceof LayerSpec
            && nodes.get(i).reads().equals(List.of(i - 1))); // IMAGES is -1
    return isLine
        ? new Sequential(
            pictures, nodes.stream().map(node -> (LayerSpec) node.operation()).toList(), frozen)
        : new Graph(pictures, nodes, frozen);
  }
}
