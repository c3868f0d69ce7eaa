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
   * @throws InvalidNetworkException if the multiplier is less than 1, or the activation is softmax
   */
  public DepthwiseConv2D {
    Check.positive("DepthwiseConv2D", "the depth multiplier", multiplier);
    Check.noSoftmax("DepthwiseConv2D", activation);
    Check.notBoth("DepthwiseConv2D", window);
  }

  /** With a square kernel, stride 1, padding "valid", multiplier 1 and no activation. */
  public static DepthwiseConv2D of(int kernelSize) {
    return new DepthwiseConv2D(Window.square(kernelSize), 1, Activation.LINEAR, Kernel.DEFAULT);
  }

  /** The same with this stride in both directions. */
  public DepthwiseConv2D strides(int stride) {
    return window(window.strides(stride, stride));
  }

  /** The same with this padding. */
  public DepthwiseConv2D padding(Padding padding) {
    return window(window.padding(padding));
  }

  /** The same with a kernel whose taps are so many pixels apart in both directions. */
  public DepthwiseConv2D dilation(int dilation) {
    return window(window.dilation(dilation, dilation));
  }

  private DepthwiseConv2D window(Window window) {
    return new DepthwiseConv2D(window, multiplier, activation, kernel);
  }

  /** The same with this multiplier. */
  public DepthwiseConv2D multiplier(int multiplier) {
    return new DepthwiseConv2D(window, multiplier, activation, kernel);
  }

  /** The same with this activation. */
  public DepthwiseConv2D activation(Activation activation) {
    return new DepthwiseConv2D(window, multiplier, activation, kernel);
  }

  /** The same with a bias or without. */
  public DepthwiseConv2D bias(boolean bias) {
    return new DepthwiseConv2D(window, multiplier, activation, kernel.bias(bias));
  }

  /** The same with these initial values of the kernel. */
  public DepthwiseConv2D kernelInitializer(Initializer initializer) {
    return new DepthwiseConv2D(window, multiplier, activation, kernel.initializer(initializer));
  }

  /** The same with this regularisation of the kernel. */
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
