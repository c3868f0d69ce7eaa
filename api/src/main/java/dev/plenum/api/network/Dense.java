package dev.plenum.api.network;

import java.util.List;

/**
 * A fully connected layer: {@code activation(x · kernel + bias)}.
 *
 * @param units the number of outputs
 * @param activation applied to the outputs
 */
public record Dense(int units, Activation activation) implements LayerSpec {

  /**
   * Checks the values.
   *
   * @throws InvalidNetworkException if there is no unit
   */
  public Dense {
    Check.positive("Dense", "the number of units", units);
  }

  /** A layer without activation. */
  public static Dense of(int units) {
    return new Dense(units, Activation.LINEAR);
  }

  /** The same with this activation. */
  public Dense activation(Activation activation) {
    return new Dense(units, activation);
  }

  @Override
  public String type() {
    return "Dense";
  }

  @Override
  public String namePrefix() {
    return "dense";
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.rank() != 1) {
      throw new InvalidNetworkException(
          "Dense needs a flat input of shape (n), found %s: put a Flatten layer before it"
              .formatted(input));
    }
    return Shape.of(units);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return List.of(
        ParameterSpec.kernel(Shape.of(input.size(), units), input.size(), units),
        ParameterSpec.bias(units));
  }
}
