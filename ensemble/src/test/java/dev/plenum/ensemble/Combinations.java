package dev.plenum.ensemble;

import java.util.Arrays;
import java.util.List;

/** All combinations. */
final class Combinations {
  private Combinations() {}

  /** For so many members, with equal weights. */
  static List<Combination> of(int members) {
    double[] weights = new double[members];
    Arrays.fill(weights, 0.7);
    return List.of(
        Combination.average(),
        Combination.weightedAverage(weights),
        Combination.geometricMean(),
        Combination.majorityVote());
  }
}
