package dev.plenum.api.network;

import java.util.List;

/** The largest of values of one shape, element by element; of equal ones the first gets the gradient. */
public record Maximum() implements MergeSpec {

  /**
   * The value that this makes of others.
   *
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
