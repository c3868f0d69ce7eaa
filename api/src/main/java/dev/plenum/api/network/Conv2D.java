package dev.plenum.api.network;

import java.util.List;

/**
 * A two-dimensional convolution (in fact a cross-correlation, as everywhere in the field) with a
 * bias and an activation. Takes an image, gives an image of {@code filters} channels.
 *
 * @param filters the number of output channels
 * @param window the kernel's size, its strides and the padding
 * @param activation applied to every output; not {@link Activation#SOFTMAX}
 */
public record Conv2D(int filters, Window window, Activation activation) implements LayerSpec {

  /**
   * Checks the values.
   *
   * @throws InvalidNetworkException if there is no filter, or the activation is softmax
   */
  public Conv2D {
    Check.positive("Conv2D", "the number of filters", filters);
    if (activation == Activation.SOFTMAX) {
      throw new InvalidNetworkException(
          "Conv2D: softmax is only for the Dense layer that ends a network");
    }
  }

  /** A convolution with a square kernel, stride 1, padding "valid" and no activation. */
  public static Conv2D of(int filters, int kernelSize) {
    return of(filters, kernelSize, kernelSize);
  }

  /** A convolution with a rectangular kernel, stride 1, padding "valid" and no activation. */
  public static Conv2D of(int filters, int kernelHeight, int kernelWidth) {
    return new Conv2D(
        filters, new Window(kernelHeight, kernelWidth, 1, 1, Padding.VALID), Activation.LINEAR);
  }

  /** The same with this stride in both directions. */
  public Conv2D strides(int stride) {
    return strides(stride, stride);
  }

  /** The same with these vertical and horizontal strides. */
  public Conv2D strides(int strideY, int strideX) {
    return new Conv2D(
        filters,
        new Window(window.height(), window.width(), strideY, strideX, window.padding()),
        activation);
  }

  /** The same with this padding. */
  public Conv2D padding(Padding padding) {
    return new Conv2D(
        filters,
        new Window(window.height(), window.width(), window.strideY(), window.strideX(), padding),
        activation);
  }

  /** The same with this activation. */
  public Conv2D activation(Activation activation) {
    return new Conv2D(filters, window, activation);
  }

  @Override
  public String type() {
    return "Conv2D";
  }

  @Override
  public String namePrefix() {
    return "conv2d";
  }

  @Override
  public Shape outputShape(Shape input) {
    return Check.windows(type(), input, window, filters);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    int taps = window.height() * window.width();
    Shape kernel = Shape.of(window.height(), window.width(), input.channels(), filters);
    return List.of(
        ParameterSpec.kernel(kernel, taps * input.channels(), taps * filters),
        ParameterSpec.bias(filters));
  }
}
