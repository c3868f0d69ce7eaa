package dev.plenum.api.network;

import java.util.List;

/** The channels of images of one height and width, or the elements of flat values, one after another. */
public record Concatenate() implements MergeSpec {

  /**
   * The value that this makes of others.
   *
   * @throws InvalidNetworkException if they do not fit together
   */
  public static Value of(Value first, Value second, Value... more) {
    return first.merge(new Concatenate(), second, more);
  }

  @Override
  public String type() {
    return "Concatenate";
  }

  @Override
  public String namePrefix() {
    return "concatenate";
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    return Check.concatenated(type(), inputs);
  }
}
