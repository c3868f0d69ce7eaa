package dev.plenum.ensemble;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the probabilities of several classifiers become those of one. The order of the classifiers
 * makes no difference, to the bit.
 */
public sealed interface Combination permits Average, WeightedAverage, GeometricMean, MajorityVote {

  /** {@return the arithmetic mean of the probabilities} */
  static Combination average() {
    return new Average();
  }

  /**
   * {@return the weighted average Σ wᵢ pᵢ / Σ wᵢ}
   *
   * @param weights one for each classifier, in their order
   * @throws IllegalArgumentException if one is negative or not finite, or all are 0
   */
  static Combination weightedAverage(double... weights) {
    return new WeightedAverage(Arrays.stream(weights).boxed().toList());
  }

  /**
   * {@return the geometric mean of the probabilities, divided by its sum over the classes} A probability of 0
   * counts as the smallest float above it, because it may only have been too small for a float; so no single
   * classifier can rule a class out.
   */
  static Combination geometricMean() {
    return new GeometricMean();
  }

  /**
   * {@return the share of the classifiers that think a class the most probable} Each votes for one class, of
   * equally probable ones the first. Of classes with equally many votes the one with the largest sum of
   * probabilities wins (of equal sums the first), and its share is made one float larger: so the largest
   * probability always is the decision.
   */
  static Combination majorityVote() {
    return new MajorityVote();
  }

  /**
   * {@return a combination without weights by its name}
   *
   * @param name {@code average}, {@code geometric} or {@code vote}
   * @throws IllegalArgumentException if it is none of these
   */
  static Combination named(String name) {
    return switch (name) {
      case Average.NAME -> average();
      case GeometricMean.NAME -> geometricMean();
      case MajorityVote.NAME -> majorityVote();
      default ->
        throw new IllegalArgumentException("there is no combination '%s'; there are: %s, %s, %s"
            .formatted(name, Average.NAME, GeometricMean.NAME, MajorityVote.NAME));
    };
  }

  /**
   * {@return a combination by its name, with weights if it has some}
   *
   * @param name one of those, or that of the weighted average
   * @param weights one for each classifier; empty for none
   * @param classifiers how many there are
   * @throws IllegalArgumentException if there are weights without a weighted average or the other way
   *     round, not one for each classifier, one is out of range, or there is no such combination
   */
  static Combination named(String name, List<Double> weights, int classifiers) {
    if (!name.equals(WeightedAverage.NAME)) {
      if (!weights.isEmpty()) {
        throw new IllegalArgumentException("only the weighted average has weights: combine by "
            + WeightedAverage.NAME + ", or leave them out");
      }
      return named(name);
    }
    if (weights.size() != classifiers) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "a weighted average needs a weight for each of the %d members, found %d",
          classifiers,
          weights.size()));
    }
    return new WeightedAverage(weights);
  }

  /** {@return its name: {@code average}, {@code weighted}, {@code geometric} or {@code vote}} */
  String name();

  /** {@return one weight for each classifier; empty if it has none} */
  default List<Double> weights() {
    return List.of();
  }

  /**
   * Combines what the classifiers say of one image.
   *
   * @param members the probabilities of each classifier; those of the image are at {@code offset …
   *     offset + classes − 1}
   * @param offset where the image's first probability is in each of these arrays
   * @param classes how many probabilities it has there
   * @param combined gets the combined probabilities, at the same place
   */
  void combine(List<float[]> members, int offset, int classes, float[] combined);
}
