package dev.plenum.api.network;

import java.util.List;

/**
 * A convolution of each channel by itself. Channel c becomes the channels c · multiplier … c ·
 * multiplier + multiplier − 1. Its kernel has the shape (height, width, in, multiplier).
 *
 * @param window the kernel's size, its strides, dilation and the padding
 * @param multiplier how many channels each channel becomes
 * @param activation applied to every output; not {@link Activation#SOFTMAX}
 * @param kernel how the kernel begins, what it is held to, and whether there is a bias
 */
public record DepthwiseConv2D(Window window, int multiplier, Activation activation, Kernel kernel)
    implements LayerSpec {

  /**
   * Checks the values.
   *
   * @param window the kernel's size, its strides, dilation and the padding; strides or a dilation, not both
   * @param multiplier how many channels each channel becomes, at least 1
   * @param activation applied to every output; not {@link Activation#SOFTMAX}
   * @param kernel how the kernel begins, what it is held to, and whether there is a bias
   * @throws InvalidNetworkException if the multiplier is less than 1, the activation is softmax, or the
   *     window has both strides and a dilation
   */
  public DepthwiseConv2D {
    Check.positive("DepthwiseConv2D", "the depth multiplier", multiplier);
    Check.noSoftmax("DepthwiseConv2D", activation);
    Check.notBoth("DepthwiseConv2D", window);
  }

  /**
   * {@return a layer with a square kernel, stride 1, padding "valid", multiplier 1 and no activation}
   *
   * @param kernelSize rows and columns of the kernel
   */
  public static DepthwiseConv2D of(int kernelSize) {
    return new DepthwiseConv2D(Window.square(kernelSize), 1, Activation.LINEAR, Kernel.DEFAULT);
  }

  /**
   * {@return the same layer with this stride in both directions}
   *
   * @param stride rows and columns from one window to the next; more than 1 only without a dilation
   */
  public DepthwiseConv2D strides(int stride) {
    return window(window.strides(stride, stride));
  }

  /**
   * {@return the same layer with this padding}
   *
   * @param padding what happens at the border of the image
   */
  public DepthwiseConv2D padding(Padding padding) {
    return window(window.padding(padding));
  }

  /**
   * {@return the same layer with this dilation of the kernel in both directions}
   *
   * @param dilation how many pixels the kernel's taps are apart; more than 1 only with the stride 1
   */
  public DepthwiseConv2D dilation(int dilation) {
    return window(window.dilation(dilation, dilation));
  }

  private DepthwiseConv2D window(Window window) {
    return new DepthwiseConv2D(window, multiplier, activation, kernel);
  }

  /**
   * {@return the same layer with this multiplier}
   *
   * @param multiplier how many channels each channel becomes, at least 1
   */
  public DepthwiseConv2D multiplier(int multiplier) {
    return new DepthwiseConv2D(window, multiplier, activation, kernel);
  }

  /**
   * {@return the same layer with this activation}
   *
   * @param activation applied to every output; not {@link Activation#SOFTMAX}
   */
  public DepthwiseConv2D activation(Activation activation) {
    return new DepthwiseConv2D(window, multiplier, activation, kernel);
  }

  /**
   * {@return the same layer with a bias or without}
   *
   * @param bias whether a trained number is added to each output channel
   */
  public DepthwiseConv2D bias(boolean bias) {
    return new DepthwiseConv2D(window, multiplier, activation, kernel.bias(bias));
  }

  /**
   * {@return the same layer with these initial values of the kernel}
   *
   * @param initializer the kernel's values before training; biases start at 0
   */
  public DepthwiseConv2D kernelInitializer(Initializer initializer) {
    return new DepthwiseConv2D(window, multiplier, activation, kernel.initializer(initializer));
  }

  /**
   * {@return the same layer with this regularisation of the kernel}
   *
   * @param regularizer what the kernel adds to the loss
   */
  public DepthwiseConv2D kernelRegularizer(Regularizer regularizer) {
    return new DepthwiseConv2D(window, multiplier, activation, kernel.regularizer(regularizer));
  }

  @Override
  public String type() {
    return "DepthwiseConv2D";
  }

  @Override
  public String namePrefix() {
    return "depthwise_conv2d";
  }

  @Override
  public Shape outputShape(Shape input) {
    Check.image(type(), input);
    return Check.windows(type(), input, window, Check.channels(type(), input, multiplier));
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    Shape shape = Shape.of(window.height(), window.width(), input.channels(), multiplier);
    return kernel.parameters(shape, input.channels() * multiplier);
  }
}
