package dev.plenum.api.network;

import java.util.List;

/** The product, element by element. A value of shape (1, 1, channels) stands for an image of any height and width that has its values in every pixel, so that it scales channels. */
public record Multiply() implements MergeSpec {

  /**
   * {@return the product of these values}
   *
   * @param first the first factor: of the same shape as the others, or (1, 1, channels)
   * @param second the second factor, likewise
   * @param more further factors, likewise; may be none
   * @throws InvalidNetworkException if they do not fit together
   */
  public static Value of(Value first, Value second, Value... more) {
    return first.merge(new Multiply(), second, more);
  }

  @Override
  public String type() {
    return "Multiply";
  }

  @Override
  public String namePrefix() {
    return "multiply";
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    return Check.broadcast(type(), inputs);
  }
}
