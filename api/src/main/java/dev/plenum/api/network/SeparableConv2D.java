package dev.plenum.api.network;

import java.util.List;

/**
 * A {@link DepthwiseConv2D}, then a 1 × 1 convolution that mixes the channels (Chollet, 2017). The
 * depthwise kernel has the shape (height, width, in, multiplier), the pointwise one (1, 1, in ·
 * multiplier, filters).
 *
 * @param filters the number of output channels
 * @param window the depthwise kernel's size, its strides, dilation and the padding
 * @param multiplier how many channels each channel becomes before they are mixed
 * @param activation applied to every output; not {@link Activation#SOFTMAX}
 * @param kernel how both kernels begin, what they are held to, and whether there is a bias
 */
public record SeparableConv2D(
    int filters, Window window, int multiplier, Activation activation, Kernel kernel)
    implements LayerSpec {

  /**
   * Checks the values.
   *
   * @param filters the number of output channels, at least 1
   * @param window the depthwise kernel's size, its strides, dilation and the padding; strides or a
   *     dilation, not both
   * @param multiplier how many channels each channel becomes before they are mixed, at least 1
   * @param activation applied to every output; not {@link Activation#SOFTMAX}
   * @param kernel how both kernels begin, what they are held to, and whether there is a bias
   * @throws InvalidNetworkException if there is no filter, the multiplier is less than 1, the activation is
   *     softmax, or the window has both strides and a dilation
   */
  public SeparableConv2D {
    Check.positive("SeparableConv2D", "the number of filters", filters);
    Check.positive("SeparableConv2D", "the depth multiplier", multiplier);
    Check.noSoftmax("SeparableConv2D", activation);
    Check.notBoth("SeparableConv2D", window);
  }

  /**
   * {@return a layer with a square kernel, stride 1, padding "valid", multiplier 1 and no activation}
   *
   * @param filters the number of output channels, at least 1
   * @param kernelSize rows and columns of the depthwise kernel
   */
  public static SeparableConv2D of(int filters, int kernelSize) {
    return new SeparableConv2D(
        filters, Window.square(kernelSize), 1, Activation.LINEAR, Kernel.DEFAULT);
  }

  /**
   * {@return the same layer with this stride in both directions}
   *
   * @param stride rows and columns from one window to the next; more than 1 only without a dilation
   */
  public SeparableConv2D strides(int stride) {
    return new SeparableConv2D(
        filters, window.strides(stride, stride), multiplier, activation, kernel);
  }

  /**
   * {@return the same layer with this padding}
   *
   * @param padding what happens at the border of the image
   */
  public SeparableConv2D padding(Padding padding) {
    return new SeparableConv2D(filters, window.padding(padding), multiplier, activation, kernel);
  }

  /**
   * {@return the same layer with this multiplier}
   *
   * @param multiplier how many channels each channel becomes before they are mixed, at least 1
   */
  public SeparableConv2D multiplier(int multiplier) {
    return new SeparableConv2D(filters, window, multiplier, activation, kernel);
  }

  /**
   * {@return the same layer with this activation}
   *
   * @param activation applied to every output; not {@link Activation#SOFTMAX}
   */
  public SeparableConv2D activation(Activation activation) {
    return new SeparableConv2D(filters, window, multiplier, activation, kernel);
  }

  /**
   * {@return the same layer with a bias or without}
   *
   * @param bias whether a trained number is added to each output channel
   */
  public SeparableConv2D bias(boolean bias) {
    return new SeparableConv2D(filters, window, multiplier, activation, kernel.bias(bias));
  }

  /** {@return the first half; it has neither bias nor activation} */
  public DepthwiseConv2D depthwise() {
    return new DepthwiseConv2D(window, multiplier, Activation.LINEAR, kernel.bias(false));
  }

  /** {@return the second half} */
  public Conv2D pointwise() {
    return new Conv2D(filters, Window.square(1), activation, kernel);
  }

  @Override
  public String type() {
    return "SeparableConv2D";
  }

  @Override
  public String namePrefix() {
    return "separable_conv2d";
  }

  @Override
  public Shape outputShape(Shape input) {
    Check.image(type(), input);
    Check.channels(type(), input, multiplier);
    return Check.windows(type(), input, window, filters);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    int channels = input.channels();
    return kernel.withBias(
        List.of(
            kernel.parameter(
                "depthwise_kernel",
                Shape.of(window.height(), window.width(), channels, multiplier)),
            kernel.parameter("pointwise_kernel", Shape.of(1, 1, channels * multiplier, filters))),
        filters);
  }
}
