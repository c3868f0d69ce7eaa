package dev.plenum.api.network;

import java.util.List;

/** What makes one value of several: immutable. It fits a {@link Graph} only. */
public sealed interface MergeSpec extends Operation
    permits Add, Average, Concatenate, Maximum, Multiply {

  /**
   * {@return the shape of the output}
   *
   * @param inputs the shapes of the values that it reads; at least two
   * @throws InvalidNetworkException if they do not fit together; the message has the shapes
   */
  Shape outputShape(List<Shape> inputs);
}
