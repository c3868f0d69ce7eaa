package dev.plenum.api.network;

import java.util.List;

/**
 * A two-dimensional convolution (in fact a cross-correlation, as everywhere in the field) with an
 * activation. Takes an image, gives an image of {@code filters} channels. Its kernel has the shape
 * (height, width, in, out).
 *
 * @param filters the number of output channels
 * @param window the kernel's size, its strides, dilation and the padding
 * @param activation applied to every output; not {@link Activation#SOFTMAX}
 * @param kernel how the kernel begins, what it is held to, and whether there is a bias
 */
public record Conv2D(int filters, Window window, Activation activation, Kernel kernel)
    implements LayerSpec {

  /**
   * Checks the values.
   *
   * @throws InvalidNetworkException if there is no filter, or the activation is softmax
   */
  public Conv2D {
    Check.positive("Conv2D", "the number of filters", filters);
    Check.noSoftmax("Conv2D", activation);
    Check.notBoth("Conv2D", window);
  }

  /** A convolution with Keras's default kernel. */
  public Conv2D(int filters, Window window, Activation activation) {
    this(filters, window, activation, Kernel.DEFAULT);
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
    return window(window.strides(strideY, strideX));
  }

  /** The same with this padding. */
  public Conv2D padding(Padding padding) {
    return window(window.padding(padding));
  }

  /** The same with a kernel whose taps are so many pixels apart in both directions. */
  public Conv2D dilation(int dilation) {
    return window(window.dilation(dilation, dilation));
  }

  private Conv2D window(Window window) {
    return new Conv2D(filters, window, activation, kernel);
  }

  /** The same with this activation. */
  public Conv2D activation(Activation activation) {
    return new Conv2D(filters, window, activation, kernel);
  }

  /** The same with a bias or without. */
  public Conv2D bias(boolean bias) {
    return new Conv2D(filters, window, activation, kernel.bias(bias));
  }

  /** The same with these initial values of the kernel. */
  public Conv2D kernelInitializer(Initializer initializer) {
    return new Conv2D(filters, window, activation, kernel.initializer(initializer));
  }

  /** The same with this regularisation of the kernel. */
  public Conv2D kernelRegularizer(Regularizer regularizer) {
    return new Conv2D(filters, window, activation, kernel.regularizer(regularizer));
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
    Shape shape = Shape.of(window.height(), window.width(), input.channels(), filters);
    return kernel.parameters(shape, filters);
  }
}
