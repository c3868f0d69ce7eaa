package dev.plenum.experiment.network;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SIGMOID;
import static dev.plenum.api.network.Activation.SOFTMAX;

import dev.plenum.api.network.Dense;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Value;

/**
 * Convolutions whose channels are weighed by what the whole image shows: squeeze-and-excite (Hu, Shen and
 * Sun, 2018), with 32 channels, a pool and 64 channels.
 */
public final class SeNet {
  /** By how much the hidden layer between squeeze and excite is smaller than the channels. */
  private static final int REDUCTION = 8;

  private SeNet() {}

  /**
   * {@return the network for these images}
   *
   * @param images (height, width, channels) of one
   * @param classes the number of classes to tell apart
   */
  public static Network of(Shape images, int classes) {
    return Graph.of(images, input -> {
      Value first = weighed(input.then(NormalisedConvolution.of(32, 3, 1, RELU.layer())), 32);
      Value second = weighed(
          first.then(MaxPool2D.of(2)).then(NormalisedConvolution.of(64, 3, 1, RELU.layer())), 64);
      return second.then(GlobalAveragePooling2D.instance(), Dense.of(classes).activation(SOFTMAX));
    });
  }

  private static Value weighed(Value value, int channels) {
    Value weights = value.then(
        GlobalAveragePooling2D.instance(),
        Dense.of(channels / REDUCTION).activation(RELU),
        Dense.of(channels).activation(SIGMOID),
        Reshape.of(1, 1, channels));
    return Multiply.of(value, weights);
  }
}
