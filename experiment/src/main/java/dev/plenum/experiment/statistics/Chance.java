package dev.plenum.experiment.statistics;

import dev.plenum.api.Evaluation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

  /**
   * {@return what such a classifier reaches on the images of an evaluation}
   *
   * @param evaluation of any classifier; only the images' true classes count
   */
  public static Chance of(Evaluation evaluation) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int i = 0; i < evaluation.size(); i++) {
      counts.merge(evaluation.label(i), 1, Integer::sum);
    }
    int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
    return new Chance((double) most / evaluation.size(), evaluation.size());
  }

  /**
   * {@return what is to be said of an evaluation that is no better than chance; empty if it is better}
   *
   * @param evaluation is compared with the chance of its own images
   */
  public static Optional<String> warning(Evaluation evaluation) {
    Chance chance = of(evaluation);
    return chance.explains(evaluation)
        ? Optional.of(String.format(
            Locale.ROOT,
            "this looks like chance: naming the most frequent class every time gives %.4f.",
            chance.accuracy()))
        : Optional.empty();
  }

  /**
   * {@return whether an evaluation is no better than that but for noise} Of a few images a good classifier
   * cannot be told from chance by the noise alone, so its gain must be small too.
   *
   * @param evaluation of the same images
   */
  public boolean explains(Evaluation evaluation) {
    double gain = evaluation.accuracy() - accuracy;
    double standardError = Math.sqrt(accuracy * (1 - accuracy) / images);
    return accuracy < 1 && gain <= NOISE * standardError && gain < SMALL_GAIN * (1 - accuracy);
  }
}
