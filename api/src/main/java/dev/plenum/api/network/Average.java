package dev.plenum.api.network;

import java.util.List;

/** The mean of values of one shape, element by element. */
public record Average() implements MergeSpec {

  /**
   * The value that this makes of others.
   *
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
