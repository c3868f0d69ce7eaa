package dev.plenum.api.network;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;

/** The three networks of the reference experiment. */
public final class ReferenceNetworks {
  private static final Shape MNIST = Shape.of(28, 28, 1);

  private ReferenceNetworks() {}

  /** Two convolutions and two dense layers. */
  public static Sequential simpleConv() {
    return Sequential.of(
        MNIST,
        conv(10, 5),
        conv(10, 5),
        MaxPool2D.of(2),
        Flatten.instance(),
        Dense.of(64).activation(RELU),
        Dropout.of(0.2),
        Dense.of(10).activation(SOFTMAX));
  }

  /** Three dense layers. */
  public static Sequential dense() {
    return Sequential.of(
        MNIST,
        Flatten.instance(),
        Dense.of(512).activation(RELU),
        Dropout.of(0.2),
        Dense.of(256).activation(RELU),
        Dropout.of(0.2),
        Dense.of(10).activation(SOFTMAX));
  }

  /** Four convolutions and two dense layers. */
  public static Sequential deepConv() {
    return Sequential.of(
        MNIST,
        conv(32, 5),
        conv(32, 5),
        MaxPool2D.of(2),
        Dropout.of(0.25),
        conv(64, 3),
        conv(64, 3),
        MaxPool2D.of(2).strides(2),
        Flatten.instance(),
        Dense.of(256).activation(RELU),
        Dropout.of(0.2),
        Dense.of(10).activation(SOFTMAX));
  }

  private static Conv2D conv(int filters, int kernelSize) {
    return Conv2D.of(filters, kernelSize).padding(Padding.SAME).activation(RELU);
  }
}
