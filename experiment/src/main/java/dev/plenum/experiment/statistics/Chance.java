package dev.plenum.experiment.statistics;

import dev.plenum.api.Evaluation;
import java.util.HashMap;
import java.util.Map;

/**
 * What a classifier reaches that does not look at the images.
 *
 * @param accuracy of naming the most frequent class every time, the best that can be had so
 * @param images how many were classified
 */
public record Chance(double accuracy, int images) {
  /** So many standard errors above chance are noise. */
  private static final double NOISE = 3;
  /** Who gains less than this share of what is between chance and perfection is no classifier. */
  private static final double SMALL_GAIN = 0.25;

  /** Of the images of an evaluation. */
  public static Chance of(Evaluation evaluation) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int i = 0; i < evaluation.size(); i++) {
      counts.merge(evaluation.label(i), 1, Integer::sum);
    }
    int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
    return new Chance((double) most / evaluation.size(), evaluation.size());
  }

  /**
   * Whether an evaluation is no better than that but for noise. Of a few images a good classifier
   * cannot be told from chance by the noise alone, so its gain must be small too.
   */
  public boolean explains(Evaluation evaluation) {
    double gain = evaluation.accuracy() - accuracy;
    double standardError = Math.sqrt(accuracy * (1 - accuracy) / images);
    return accuracy < 1 && gain <= NOISE * standardError && gain < SMALL_GAIN * (1 - accuracy);
  }
}
