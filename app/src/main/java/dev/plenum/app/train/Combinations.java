package dev.plenum.app.train;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.ensemble.Combination;
import java.util.List;
import java.util.Optional;

/** How the members of a committee decide together, as the settings say. */
final class Combinations {
  private static final String WEIGHTED = "weighted";

  private Combinations() {}

  /**
   * The combination.
   *
   * @throws UsageException if there are weights without a weighted average or the other way round, not
   *     one for each member, or one is out of range
   */
  static Combination of(Settings settings) {
    Optional<List<Double>> weights =
        settings.find(Key.WEIGHTS, List.class).map(Combinations::numbers);
    if (!settings.combine().equals(WEIGHTED)) {
      if (weights.isPresent()) {
        throw settings.refuse(
            Key.WEIGHTS,
            "only the weighted average has weights: choose combine weighted, or leave them out");
      }
      return Combination.named(settings.combine());
    }
    return weighted(
        settings,
        weights.orElseThrow(() ->
            settings.refuse(Key.COMBINE, "a weighted average needs weights, one for each member")));
  }

  private static Combination weighted(Settings settings, List<Double> weights) {
    if (weights.size() != settings.members()) {
      throw settings.refuse(
          Key.WEIGHTS,
          "there are %s weights for %s members".formatted(weights.size(), settings.members()));
    }
    try {
      return Combination.weightedAverage(
          weights.stream().mapToDouble(weight -> weight).toArray());
    } catch (IllegalArgumentException e) {
      throw settings.refuse(Key.WEIGHTS, e);
    }
  }

  private static List<Double> numbers(List<?> weights) {
    return weights.stream().map(Double.class::cast).toList();
  }
}
