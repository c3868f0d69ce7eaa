package dev.plenum.experiment.network;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of convolutions, each block with a pool behind it, dropout and a dense layer: the first convolution of
 * 5 × 5, all others of 3 × 3.
 */
public final class PooledBlocks {
  private static final List<List<Integer>> LATE =
      List.of(List.of(32, 32), List.of(64, 64), List.of(96, 96));
  private static final List<List<Integer>> EARLY =
      List.of(List.of(32), List.of(64, 64), List.of(128, 128));
  private static final double DROPOUT = 0.3;

  private PooledBlocks() {}

  /**
   * {@return a network of 32, 32; 64, 64; 96, 96 channels}
   *
   * @param images (height, width, channels) of one
   * @param classes the number of classes to tell apart
   * @throws dev.plenum.api.network.InvalidNetworkException if the images have less than 8 pixels a side
   */
  public static Network vggM(Shape images, int classes) {
    return of(LATE, images, classes);
  }

  /**
   * {@return a network of 32; 64, 64; 128, 128 channels: the first pool right behind the first convolution}
   *
   * @param images (height, width, channels) of one
   * @param classes the number of classes to tell apart
   * @throws dev.plenum.api.network.InvalidNetworkException if the images have less than 8 pixels a side
   */
  public static Network earlyPoolM(Shape images, int classes) {
    return of(EARLY, images, classes);
  }

  private static Network of(List<List<Integer>> blocks, Shape images, int classes) {
    List<LayerSpec> layers = new ArrayList<>();
    for (List<Integer> block : blocks) {
      for (int channels : block) {
        int kernelSize = layers.isEmpty() ? 5 : 3;
        layers.add(Conv2D.of(channels, kernelSize).padding(SAME).activation(RELU));
      }
      layers.add(MaxPool2D.of(2));
    }
    layers.add(Flatten.instance());
    layers.add(Dropout.of(DROPOUT));
    layers.add(Dense.of(classes).activation(SOFTMAX));
    return new Sequential(images, layers);
  }
}
