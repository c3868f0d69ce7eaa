package dev.plenum.tck.reference;

import dev.plenum.api.network.Network;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;

/** Draws small networks with odd sizes. */
public final class RandomNetworks {
  private RandomNetworks() {}

  /**
   * {@return the network of a seed, in a line, of those kinds of layer that every backend and every format
   * has had from the beginning: convolutions, max pools, dropout and dense layers with linear, ReLU, sigmoid
   * or tanh}
   *
   * @param seed keys all that is drawn: the same one gives the same network
   */
  public static Network linear(Seed seed) {
    return new RandomLine(new Draw(CounterRandom.of(Purpose.GENERATION, seed, 77))).network();
  }

  /**
   * {@return the network of a seed, of any kinds of layer and merge: a graph with branches, residual
   * connections or squeeze-and-excite blocks, or a {@code Sequential} where there happens to be none} Nothing
   * of it is frozen.
   *
   * @param seed keys all that is drawn: the same one gives the same network
   */
  public static Network draw(Seed seed) {
    return new RandomGraph(new Draw(CounterRandom.of(Purpose.GENERATION, seed, 79))).network();
  }
}
