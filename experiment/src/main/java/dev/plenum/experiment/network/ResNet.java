package dev.plenum.experiment.network;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;

import dev.plenum.api.network.Add;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Value;

/**
 * Residual networks for small images (He, Zhang, Ren and Sun, 2016, section 4.2): a convolution, three
 * groups of basic blocks with 16, 32 and 64 channels, the mean over all pixels. The first block of the
 * second and the third group halves height and width; a 1 × 1 convolution then does so beside it.
 */
public final class ResNet {
  private ResNet() {}

  /**
   * {@return the network of 2 + 6 · {@code blocks} layers with weights, projections not counted}
   *
   * @param images (height, width, channels) of one
   * @param classes the number of classes to tell apart
   * @param blocks of each group: 1 for ResNet-8, 3 for ResNet-20
   */
  public static Network of(Shape images, int classes, int blocks) {
    return Graph.of(images, input -> {
      Value value = input.then(NormalisedConvolution.of(16, 3, 1, RELU.layer()));
      for (int channels = 16; channels <= 64; channels *= 2) {
        for (int block = 0; block < blocks; block++) {
          value = basicBlock(value, channels, channels > 16 && block == 0 ? 2 : 1);
        }
      }
      return value.then(GlobalAveragePooling2D.instance(), Dense.of(classes).activation(SOFTMAX));
    });
  }

  private static Value basicBlock(Value input, int channels, int stride) {
    Value inner = input
        .then(NormalisedConvolution.of(channels, 3, stride, RELU.layer()))
        .then(NormalisedConvolution.of(channels, 3, 1));
    Value shortcut =
        stride == 1 ? input : input.then(NormalisedConvolution.of(channels, 1, stride));
    return Add.of(inner, shortcut).then(RELU.layer());
  }
}
