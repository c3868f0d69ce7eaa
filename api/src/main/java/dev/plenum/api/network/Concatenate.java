package dev.plenum.api.network;

import java.util.List;

/** The channels of images of one height and width, or the elements of flat values, one after another. */
public record Concatenate() implements MergeSpec {

  /**
   * {@return these values, one behind the other}
   *
   * @param first comes first: an image or a flat value
   * @param second comes next: an image of the same height and width, or flat as well
   * @param more come after that, in this order, and are of that kind; may be none
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
