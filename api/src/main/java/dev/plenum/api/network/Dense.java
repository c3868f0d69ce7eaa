package dev.plenum.api.network;

import java.util.List;

/**
 * A fully connected layer: {@code activation(x · kernel + bias)}.
 *
 * @param units the number of outputs
 * @param activation applied to the outputs
 * @param kernel how the kernel begins, what it is held to, and whether there is a bias
 */
public record Dense(int units, Activation activation, Kernel kernel) implements LayerSpec {

  /**
   * Checks the values.
   *
   * @throws InvalidNetworkException if there is no unit
   */
  public Dense {
    Check.positive("Dense", "the number of units", units);
  }

  /** A layer with Keras's default kernel. */
  public Dense(int units, Activation activation) {
    this(units, activation, Kernel.DEFAULT);
  }

  /** A layer without activation. */
  public static Dense of(int units) {
    return new Dense(units, Activation.LINEAR);
  }

  /** The same with this activation. */
  public Dense activation(Activation activation) {
    return new Dense(units, activation, kernel);
  }

  /** The same with a bias or without. */
  public Dense bias(boolean bias) {
    return new Dense(units, activation, kernel.bias(bias));
  }

  /** The same with these initial values of the kernel. */
  public Dense kernelInitializer(Initializer initializer) {
    return new Dense(units, activation, kernel.initializer(initializer));
  }

  /** The same with this regularisation of the kernel. */
  public Dense kernelRegularizer(Regularizer regularizer) {
    return new Dense(units, activation, kernel.regularizer(regularizer));
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
    return kernel.parameters(Shape.of(input.size(), units), units);
  }
}
