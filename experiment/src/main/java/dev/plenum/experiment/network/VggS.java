package dev.plenum.experiment.network;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;

import dev.plenum.api.network.Conv2D;
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
 * Five convolutions of 3 × 3 in three blocks, each with a pool behind it, as in the networks of Simonyan and
 * Zisserman (2015), but narrow: 24, 24; 48, 48; 96 channels.
 */
public final class VggS {
  private static final List<List<Integer>> BLOCKS =
      List.of(List.of(24, 24), List.of(48, 48), List.of(96));

  private VggS() {}

  /**
   * {@return the network for these images}
   *
   * @param images (height, width, channels) of one
   * @param classes the number of classes to tell apart
   * @throws dev.plenum.api.network.InvalidNetworkException if they have less than 8 pixels a side
   */
  public static Network of(Shape images, int classes) {
    List<LayerSpec> layers = new ArrayList<>();
    for (List<Integer> block : BLOCKS) {
      block.forEach(channels -> layers.add(Conv2D.of(channels, 3).padding(SAME).activation(RELU)));
      layers.add(MaxPool2D.of(2));
    }
    layers.add(Flatten.instance());
    layers.add(Dense.of(classes).activation(SOFTMAX));
    return new Sequential(images, layers);
  }
}
