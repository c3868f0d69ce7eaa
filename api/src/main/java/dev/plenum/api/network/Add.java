package dev.plenum.api.network;

import java.util.List;

/** The sum of values of one shape, element by element, from the first value to the last. */
public record Add() implements MergeSpec {

  /**
   * {@return the sum of these values}
   *
   * @param first begins the sum, and gives the shape that all must have
   * @param second is added next
   * @param more are added after that, in this order; may be none
   * @throws InvalidNetworkException if they do not fit together
   */
  public static Value of(Value first, Value second, Value... more) {
    return first.merge(new Add(), second, more);
  }

  @Override
  public String type() {
    return "Add";
  }

  @Override
  public String namePrefix() {
    return "add";
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    return Check.same(type(), inputs);
  }
}
