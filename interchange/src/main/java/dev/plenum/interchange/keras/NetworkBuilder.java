package dev.plenum.interchange.keras;

import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.persistence.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a network of pictures (height, width, channels) from layers that may take them in other ways:
 * without a channel axis, or as values in a row, in the order h, w, c. What only brings the input into
 * shape or scale becomes no layer.
 */
final class NetworkBuilder {
  private final List<LayerSpec> layers = new ArrayList<>();
  private final Shape input;
  /** The shape that the next layer gets in Keras. */
  private Shape shape;

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
    shape = input;
    seeArea();
  }

  private void seeArea() {
    if (picture.isEmpty() && shape.rank() > 1) {
      picture = Optional.of(withChannels(shape));
    }
  }

  private static Shape withChannels(Shape shape) {
    return shape.rank() == 2
        ? Shape.of(shape.dimensions().get(0), shape.dimensions().get(1), 1)
        : shape;
  }

  /** Whether no layer computes with the input before the next one. */
  boolean isAtInput() {
    return layers.isEmpty();
  }

  /** Rescales the input. */
  void rescale(Rescaling next) {
    rescaling = Optional.of(rescaling.map(before -> before.then(next)).orElse(next));
  }

  /** The shape that the next layer gets. */
  Shape shape() {
    return shape;
  }

  /** Gives the values another shape; whether they can have it here. */
  boolean reshape(Shape target) {
    if (target.equals(shape)) {
      return true;
    }
    shape = target;
    if (isAtInput()) {
      seeArea();
      return target.rank() == 1 || picture.equals(Optional.of(withChannels(target)));
    }
    layers.add(Flatten.instance());
    return target.rank() == 1;
  }

  /** Adds a layer; if it cannot be, it complains with the place of its description. */
  void add(LayerSpec layer, JsonValue place) {
    if (isAtInput() && shape.rank() == 1 && !(layer instanceof Flatten)) {
      layers.add(Flatten.instance());
    }
    shape = place.make(() -> layer.outputShape(withChannels(shape)));
    layers.add(layer);
  }

  /** The shape of the input in Keras. */
  Shape input() {
    return input;
  }

  /** The shape of the pictures, unless there were only values in a row. */
  Optional<Shape> picture() {
    return picture;
  }

  Optional<Rescaling> rescaling() {
    return rescaling;
  }

  /**
   * The network.
   *
   * @throws IllegalArgumentException if it is none that the contract has
   */
  Network network(Shape pictures) {
    return new Sequential(pictures, layers);
  }
}
