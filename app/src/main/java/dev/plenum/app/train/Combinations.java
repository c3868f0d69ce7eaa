package dev.plenum.app.train;

import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.ensemble.Combination;
import java.util.List;
import java.util.Optional;

/** How the members of a committee decide together, as the settings say. */
public final class Combinations {
  private static final String WEIGHTED = "weighted";

  private Combinations() {}

  /**
   * The combination.
   *
   * @throws UsageException if there are weights without a weighted average or the other way round, not
   *     one for each member, or one is out of range
   */
  public static Combination of(Settings settings) {
    Optional<List<Double>> weights = settings.find(Keys.WEIGHTS);
    if (!settings.get(Keys.COMBINE).equals(WEIGHTED)) {
      if (weights.isPresent()) {
        throw settings.refuse(
            Keys.WEIGHTS,
            "only the weighted average has weights: choose combine weighted, or leave them out");
      }
      return Combination.named(settings.get(Keys.COMBINE));
    }
    return weighted(
        settings,
        weights.orElseThrow(() -> settings.refuse(
            Keys.COMBINE, "a weighted average needs weights, one for each member")));
  }

  private static Combination weighted(Settings settings, List<Double> weights) {
    if (weights.size() != settings.get(Keys.MEMBERS)) {
      throw settings.refuse(
          Keys.WEIGHTS,
          "there are %s weights for %s members"
              .formatted(weights.size(), settings.get(Keys.MEMBERS)));
    }
    double[] each = weights.stream().mapToDouble(weight -> weight).toArray();
    return settings.make(Keys.WEIGHTS, () -> Combination.weightedAverage(each));
  }
}
