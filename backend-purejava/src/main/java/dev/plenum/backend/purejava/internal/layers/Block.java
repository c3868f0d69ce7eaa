package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is run as one: a layer, or a convolution with the pool behind it.
 *
 * @param layer the layer
 * @param pool the pool that is run with it, if any
 */
public record Block(PlacedLayer layer, @Nullable PlacedLayer pool) {

  /** The blocks of a network. */
  public static List<Block> of(Network network) {
    List<PlacedLayer> layers = network.placedLayers();
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      PlacedLayer layer = layers.get(i);
      boolean pooled = i + 1 < layers.size() && poolsWith(layer, layers.get(i + 1));
      blocks.add(new Block(layer, pooled ? layers.get(++i) : null));
    }
    return blocks;
  }

  /**
   * Whether a pool's gradient is sparse enough for lists: there is one entry for each window, so at
   * most half as many as pixels.
   */
  private static boolean poolsWith(PlacedLayer layer, PlacedLayer next) {
    return layer.spec() instanceof Conv2D
        && next.spec() instanceof MaxPool2D pool
        && pool.window().strideY() * pool.window().strideX() > 1;
  }

  /** Whether it looks at each image by itself; a dense layer works on the whole batch. */
  public boolean isImagewise() {
    return !(layer.spec() instanceof Dense);
  }

  /** The shape of what it puts out. */
  public Shape output() {
    return pool == null ? layer.output() : pool.output();
  }
}
