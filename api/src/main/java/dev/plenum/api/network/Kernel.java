package dev.plenum.api.network;

import java.util.ArrayList;
import java.util.List;

/**
 * How a layer with a kernel begins, and what it is held to.
 *
 * @param initializer the kernel's values before training; biases start at 0
 * @param regularizer what the kernel adds to the loss
 * @param bias whether there is a bias
 */
public record Kernel(Initializer initializer, Regularizer regularizer, boolean bias) {
  /** Keras's: Glorot uniform, no regularisation, a bias. */
  public static final Kernel DEFAULT =
      new Kernel(VarianceScaling.GLOROT_UNIFORM, Regularizer.NONE, true);

  /**
   * {@return the same kernel with these initial values}
   *
   * @param initializer the kernel's values before training; biases start at 0
   */
  public Kernel initializer(Initializer initializer) {
    return new Kernel(initializer, regularizer, bias);
  }

  /**
   * {@return the same kernel with this regularisation}
   *
   * @param regularizer what the kernel adds to the loss
   */
  public Kernel regularizer(Regularizer regularizer) {
    return new Kernel(initializer, regularizer, bias);
  }

  /**
   * {@return the same kernel with a bias or without}
   *
   * @param bias whether a trained number is added to each output
   */
  public Kernel bias(boolean bias) {
    return new Kernel(initializer, regularizer, bias);
  }

  /** The kernel as a parameter of its layer. */
  ParameterSpec parameter(String name, Shape shape) {
    return new ParameterSpec(name, shape, initializer, ParameterSpec.Role.TRAINED, regularizer);
  }

  /** The kernel and, if there is one, the bias. */
  List<ParameterSpec> parameters(Shape shape, int outputs) {
    return withBias(List.of(parameter("kernel", shape)), outputs);
  }

  /** These kernels and, if there is one, the bias. */
  List<ParameterSpec> withBias(List<ParameterSpec> kernels, int outputs) {
    List<ParameterSpec> parameters = new ArrayList<>(kernels);
    if (bias) {
      parameters.add(ParameterSpec.trained("bias", outputs, Constant.ZEROS));
    }
    return List.copyOf(parameters);
  }
}
