package dev.plenum.experiment.network;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;

import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Two convolutions of 32 channels and a pool, two of 64 and a pool, as in the networks of Simonyan and
 * Zisserman (2015), with batch normalisation.
 */
public final class VggBn {
  private VggBn() {}

  /**
   * {@return the network for these images}
   *
   * @param images (height, width, channels) of one
   * @param classes the number of classes to tell apart
   */
  public static Network of(Shape images, int classes) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int channels : List.of(32, 64)) {
      layers.addAll(List.of(NormalisedConvolution.of(channels, 3, 1, RELU.layer())));
      layers.addAll(List.of(NormalisedConvolution.of(channels, 3, 1, RELU.layer())));
      layers.add(MaxPool2D.of(2));
    }
    layers.add(Flatten.instance());
    layers.add(Dense.of(classes).activation(SOFTMAX));
    return new Sequential(images, layers);
  }
}
