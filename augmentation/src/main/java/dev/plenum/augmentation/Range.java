package dev.plenum.augmentation;

import dev.plenum.api.random.CounterRandom;
import java.util.List;

/**
 * What a random number is drawn from, uniformly.
 *
 * @param low the least
 * @param high the greatest
 */
record Range(double low, double high) {

  static Range symmetric(double bound) {
    return new Range(-bound, bound);
  }

  /** Whether every draw is this value. */
  boolean isAlways(double value) {
    return low == value && high == value;
  }

  double draw(CounterRandom random, Draw draw) {
    return random.uniform(draw.counter(), low, high);
  }

  List<Double> toList() {
    return List.of(low, high);
  }
}
