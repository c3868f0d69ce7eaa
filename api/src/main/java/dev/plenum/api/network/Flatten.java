package dev.plenum.api.network;

/** An image as a vector, in the order height, width, channel. */
public record Flatten() implements LayerSpec {

  /** {@return the layer; it has nothing to choose} */
  public static Flatten instance() {
    return new Flatten();
  }

  @Override
  public String type() {
    return "Flatten";
  }

  @Override
  public String namePrefix() {
    return "flatten";
  }

  @Override
  public Shape outputShape(Shape input) {
    return Shape.of(input.size());
  }
}
