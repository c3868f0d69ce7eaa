package dev.plenum.api.network;

import java.util.List;

/** The mean of values of one shape, element by element. */
public record Average() implements MergeSpec {

  /**
   * {@return the mean of these values}
   *
   * @param first the first value; it gives the shape that all must have
   * @param second the second value
   * @param more further values; may be none
   * @throws InvalidNetworkException if they do not fit together
   */
  public static Value of(Value first, Value second, Value... more) {
    return first.merge(new Average(), second, more);
  }

  @Override
  public String type() {
    return "Average";
  }

  @Override
  public String namePrefix() {
    return "average";
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    return Check.same(type(), inputs);
  }
}
