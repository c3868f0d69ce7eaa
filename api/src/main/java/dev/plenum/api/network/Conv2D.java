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
   * @param filters the number of output channels, at least 1
   * @param window the kernel's size, its strides, dilation and the padding; strides or a dilation, not both
   * @param activation applied to every output; not {@link Activation#SOFTMAX}
   * @param kernel how the kernel begins, what it is held to, and whether there is a bias
   * @throws InvalidNetworkException if there is no filter, the activation is softmax, or the window has
   *     both strides and a dilation
   */
  public Conv2D {
    Check.positive("Conv2D", "the number of filters", filters);
    Check.noSoftmax("Conv2D", activation);
    Check.notBoth("Conv2D", window);
  }

  /**
   * A convolution with Keras's default kernel.
   *
   * @param filters the number of output channels, at least 1
   * @param window the kernel's size, its strides, dilation and the padding; strides or a dilation, not both
   * @param activation applied to every output; not {@link Activation#SOFTMAX}
   */
  public Conv2D(int filters, Window window, Activation activation) {
    this(filters, window, activation, Kernel.DEFAULT);
  }

  /**
   * {@return a convolution with a square kernel, stride 1, padding "valid" and no activation}
   *
   * @param filters the number of output channels, at least 1
   * @param kernelSize rows and columns of the kernel
   */
  public static Conv2D of(int filters, int kernelSize) {
    return of(filters, kernelSize, kernelSize);
  }

  /**
   * {@return a convolution with a rectangular kernel, stride 1, padding "valid" and no activation}
   *
   * @param filters the number of output channels, at least 1
   * @param kernelHeight rows of the kernel
   * @param kernelWidth columns of the kernel
   */
  public static Conv2D of(int filters, int kernelHeight, int kernelWidth) {
    return new Conv2D(
        filters, new Window(kernelHeight, kernelWidth, 1, 1, Padding.VALID), Activation.LINEAR);
  }

  /**
   * {@return the same layer with this stride in both directions}
   *
   * @param stride rows and columns from one window to the next; more than 1 only without a dilation
   */
  public Conv2D strides(int stride) {
    return strides(stride, stride);
  }

  /**
   * {@return the same layer with these vertical and horizontal strides}
   *
   * @param strideY rows from one window to the next; more than 1 only without a dilation
   * @param strideX columns from one window to the next, likewise
   */
  public Conv2D strides(int strideY, int strideX) {
    return window(window.strides(strideY, strideX));
  }

  /**
   * {@return the same layer with this padding}
   *
   * @param padding what happens at the border of the image
   */
  public Conv2D padding(Padding padding) {
    return window(window.padding(padding));
  }

  /**
   * {@return the same layer with this dilation of the kernel in both directions}
   *
   * @param dilation how many pixels the kernel's taps are apart; more than 1 only with the stride 1
   */
  public Conv2D dilation(int dilation) {
    return window(window.dilation(dilation, dilation));
  }

  private Conv2D window(Window window) {
    return new Conv2D(filters, window, activation, kernel);
  }

  /**
   * {@return the same layer with this activation}
   *
   * @param activation applied to every output; not {@link Activation#SOFTMAX}
   */
  public Conv2D activation(Activation activation) {
    return new Conv2D(filters, window, activation, kernel);
  }

  /**
   * {@return the same layer with a bias or without}
   *
   * @param bias whether a trained number is added to each output channel
   */
  public Conv2D bias(boolean bias) {
    return new Conv2D(filters, window, activation, kernel.bias(bias));
  }

  /**
   * {@return the same layer with these initial values of the kernel}
   *
   * @param initializer the kernel's values before training; biases start at 0
   */
  public Conv2D kernelInitializer(Initializer initializer) {
    return new Conv2D(filters, window, activation, kernel.initializer(initializer));
  }

  /**
   * {@return the same layer with this regularisation of the kernel}
   *
   * @param regularizer what the kernel adds to the loss
   */
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
