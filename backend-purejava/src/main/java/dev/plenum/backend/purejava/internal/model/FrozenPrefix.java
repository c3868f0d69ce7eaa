package dev.plenum.backend.purejava.internal.model;

import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.spi.Plan;
import dev.plenum.backend.purejava.internal.layers.Block;
import dev.plenum.backend.purejava.internal.layers.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the first parts of a network that give the same for an image in every epoch. */
final class FrozenPrefix {
  private FrozenPrefix() {}

  /**
   * How many parts: as many as possible of those that go image by image, have nothing that is trained or
   * random, and hand one value to the others. 0 if none of them has weights, so that keeping what they
   * give would save nothing.
   */
  static int length(List<Part> parts) {
    int longest = 0;
    boolean hasWeights = false;
    Set<Plan.Value> open = new HashSet<>();
    for (int i = 0; i < parts.size() && isFixed(parts.get(i)); i++) {
      Part part = parts.get(i);
      part.reads().forEach(open::remove);
      open.addAll(part.writes());
      hasWeights |= part instanceof Block block && !block.run().parameters().isEmpty();
      if (hasWeights && open.size() == 1) {
        longest = i + 1;
      }
    }
    return longest;
  }

  private static boolean isFixed(Part part) {
    return part.isImagewise()
        && part.writes().stream().noneMatch(Plan.Value::needsGradient)
        && !(part instanceof Block block && (block.usesBatchStatistics() || isRandom(block)));
  }

  private static boolean isRandom(Block block) {
    return block.operation() instanceof Dropout || block.operation() instanceof SpatialDropout2D;
  }
}
