package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.PlacedLayer;
import java.util.Optional;

/**
 * What a vertex gives.
 *
 * @param part its position among the network's parts, or {@link PlacedLayer#IMAGES}
 * @param order for a flat value, which one there each one here is; empty where they are the same
 */
record Value(int part, Optional<int[]> order) {
  /** One whose values are in the same order. */
  static Value of(int part) {
    return new Value(part, Optional.empty());
  }

  /** Another part that has the values in this one's order. */
  Value by(int part) {
    return new Value(part, order);
  }

  /** The order of so many values. */
  int[] order(int size) {
    return order.orElseGet(() -> Arrangement.run(0, size));
  }
}
