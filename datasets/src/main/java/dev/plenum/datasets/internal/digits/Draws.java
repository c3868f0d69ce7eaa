package dev.plenum.datasets.internal.digits;

import dev.plenum.api.random.CounterRandom;

/** The random numbers of one image, handed out in turn. */
final class Draws {
  private final CounterRandom random;
  private long next;

  Draws(CounterRandom random) {
    this.random = random;
  }

  /** A number in [low, high). */
  double between(double low, double high) {
    return random.uniform(next++, low, high);
  }

  /** A number in [−bound, bound). */
  double within(double bound) {
    return between(-bound, bound);
  }

  /**
   * A bell-shaped number of mean 0: the scaled sum of four uniform ones, within 3.5 standard
   * deviations. A true normal variate would need a logarithm.
   */
  double bell(double standardDeviation) {
    double sum = within(1) + within(1) + within(1) + within(1);
    return sum * Math.sqrt(0.75) * standardDeviation;
  }

  /** A whole number in [0, bound). */
  int below(int bound) {
    return random.below(next++, bound);
  }

  /** True with this probability. */
  boolean chance(double probability) {
    return between(0, 1) < probability;
  }
}
