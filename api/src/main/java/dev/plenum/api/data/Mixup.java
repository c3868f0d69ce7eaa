package dev.plenum.api.data;

import dev.plenum.api.random.CounterRandom;
import java.util.Locale;

/**
 * Mixup (Zhang et al., "mixup: Beyond Empirical Risk Minimization", 2018): a network is shown λ · one image
 * + (1 − λ) · another, and its loss is λ times that of the one's label + (1 − λ) times that of the other's.
 * λ is drawn from the distribution Beta(α, α), the other image among all training images; both are augmented
 * and normalised as they are by themselves in that epoch.
 *
 * <p>The one has the larger of the shares λ and 1 − λ. Since any two images come together in both orders
 * equally often, this makes no mix more or less frequent; but every image has the larger share once in an
 * epoch, so accuracy can be counted by its label.
 *
 * @param alpha α, greater than 0: below 1 most mixes are nearly one image, from 1 on they are halves more
 *     and more
 */
public record Mixup(double alpha) {

  /**
   * Checks the number.
   *
   * @param alpha α, greater than 0 and finite
   * @throws IllegalArgumentException if it is not greater than 0 and finite
   */
  public Mixup {
    if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT, "the alpha of mixup must be greater than 0 and finite, found %s", alpha));
    }
  }

  /**
   * {@return the larger share, in [1/2, 1], by the formula of Devroye ("Random variate generation in one line
   * of code", 1996) for symmetric beta distributions: |λ − 1/2| = 1/2 · √(w / (1 + w)) with w = (u^(−1/α) −
   * 1) · cos² 2πv, and u, v uniform}
   *
   * @param image the numbers of this epoch and of the image's index in its dataset
   */
  public double share(CounterRandom image) {
    double u = 1 - image.uniform(0); // in (0, 1]
    double cos = StrictMath.cos(2 * Math.PI * image.uniform(1));
    double w = (StrictMath.pow(u, -1 / alpha) - 1) * (cos * cos);
    return 0.5 + 0.5 / Math.sqrt(1 + 1 / w); // also for a w of 0 or infinity
  }

  /**
   * {@return the index of the image that it is mixed with; any of them, so it may be the same}
   *
   * @param image the same numbers
   * @param images how many there are, at least 1
   */
  public int partner(CounterRandom image, int images) {
    return image.below(2, images);
  }
}
