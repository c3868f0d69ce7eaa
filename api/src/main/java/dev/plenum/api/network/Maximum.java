package dev.plenum.api.network;

import java.util.List;

/** The largest of values of one shape, element by element; of equal ones the first gets the gradient. */
public record Maximum() implements MergeSpec {

  /**
   * {@return the largest of these values, element by element}
   *
   * @param first the first value; it gives the shape that all must have
   * @param second the second value
   * @param more further values; may be none
   * @throws InvalidNetworkException if they do not fit together
   */
  public static Value of(Value first, Value second, Value... more) {
    return first.merge(new Maximum(), second, more);
  }

  @Override
  public String type() {
    return "Maximum";
  }

  @Override
  public String namePrefix() {
    return "maximum";
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    return Check.same(type(), inputs);
  }
}
