package dev.plenum.experiment.network;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;

/**
 * Two convolutions, each with a pool right behind it, and a hidden layer: made for few seconds. The first
 * pool leaves the second convolution a quarter of the pixels.
 */
public final class EarlyPool {
  private EarlyPool() {}

  /**
   * {@return the network for these images}
   *
   * @param images (height, width, channels) of one
   * @param classes the number of classes to tell apart
   * @throws dev.plenum.api.network.InvalidNetworkException if they have less than 10 pixels a side
   */
  public static Network of(Shape images, int classes) {
    return Sequential.of(
        images,
        Conv2D.of(24, 5).activation(RELU),
        MaxPool2D.of(2),
        Conv2D.of(32, 3).activation(RELU),
        MaxPool2D.of(2),
        Flatten.instance(),
        Dense.of(256).activation(RELU),
        Dense.of(classes).activation(SOFTMAX));
  }
}
