package dev.plenum.experiment.network;

import static dev.plenum.api.network.Activation.RELU6;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;

import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A small network of depthwise separable convolutions, as in Howard et al., "MobileNets" (2017): a 3 × 3
 * convolution, then four times a depthwise one and a 1 × 1 one, with batch normalisation and ReLU6.
 */
public final class MobileNetS {
  /** Channels and stride of each separable convolution. */
  private static final int[][] SEPARABLE = {{32, 1}, {64, 2}, {64, 1}, {128, 2}};

  private MobileNetS() {}

  /**
   * {@return the network for these images}
   *
   * @param images (height, width, channels) of one
   * @param classes the number of classes to tell apart
   */
  public static Network of(Shape images, int classes) {
    List<LayerSpec> layers = new ArrayList<>();
    layers.addAll(List.of(NormalisedConvolution.of(16, 3, 1, RELU6.layer())));
    for (int[] separable : SEPARABLE) {
      layers.addAll(List.of(
          DepthwiseConv2D.of(3).strides(separable[1]).padding(SAME).bias(false),
          NormalisedConvolution.normalisation(),
          RELU6.layer()));
      layers.addAll(List.of(NormalisedConvolution.of(separable[0], 1, 1, RELU6.layer())));
    }
    layers.add(GlobalAveragePooling2D.instance());
    layers.add(Dense.of(classes).activation(SOFTMAX));
    return new Sequential(images, layers);
  }
}
