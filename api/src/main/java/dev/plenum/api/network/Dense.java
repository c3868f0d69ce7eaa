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
   * @param units the number of outputs, at least 1
   * @param activation applied to the outputs
   * @param kernel how the kernel begins, what it is held to, and whether there is a bias
   * @throws InvalidNetworkException if there is no unit
   */
  public Dense {
    Check.positive("Dense", "the number of units", units);
  }

  /**
   * A layer with Keras's default kernel.
   *
   * @param units the number of outputs, at least 1
   * @param activation applied to the outputs
   */
  public Dense(int units, Activation activation) {
    this(units, activation, Kernel.DEFAULT);
  }

  /**
   * {@return a layer without activation}
   *
   * @param units the number of outputs, at least 1
   */
  public static Dense of(int units) {
    return new Dense(units, Activation.LINEAR);
  }

  /**
   * {@return the same layer with this activation}
   *
   * @param activation applied to the outputs; {@link Activation#SOFTMAX} only where the layer ends a
   *     network
   */
  public Dense activation(Activation activation) {
    return new Dense(units, activation, kernel);
  }

  /**
   * {@return the same layer with a bias or without}
   *
   * @param bias whether a trained number is added to each output
   */
  public Dense bias(boolean bias) {
    return new Dense(units, activation, kernel.bias(bias));
  }

  /**
   * {@return the same layer with these initial values of the kernel}
   *
   * @param initializer the kernel's values before training; biases start at 0
   */
  public Dense kernelInitializer(Initializer initializer) {
    return new Dense(units, activation, kernel.initializer(initializer));
  }

  /**
   * {@return the same layer with this regularisation of the kernel}
   *
   * @param regularizer what the kernel adds to the loss
   */
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
