package dev.plenum.experiment.ablation;

import dev.plenum.experiment.statistics.Predictions;
import dev.plenum.experiment.statistics.Sample;
import dev.plenum.experiment.trial.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * All trainings of one recipe.
 *
 * @param name the recipe's
 * @param results one for each fold and seed, but for those that diverged; folds within seeds, in their order
 */
public record Variant(String name, List<AblationResult> results) {

  /**
   * Copies the list.
   *
   * @param name the recipe's
   * @param results one for each fold and seed, but for those that diverged
   */
  public Variant {
    results = List.copyOf(results);
  }

  /** The result of a fold and seed, unless it diverged. */
  Optional<AblationResult> of(int fold, long seed) {
    return results.stream()
        .filter(result -> result.cell().fold() == fold && result.cell().seed() == seed)
        .findFirst();
  }

  /**
   * {@return a measure over all trainings; empty if all diverged}
   *
   * @param measure takes it from a training's score
   */
  public Optional<Sample> sample(ToDoubleFunction<Score> measure) {
    return results.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sample(results.stream()
            .map(result -> measure.applyAsDouble(result.score()))
            .toList()));
  }

  /** What was made of all images from one seed, fold after fold; empty if one of the folds diverged. */
  Optional<Predictions> predictions(int folds, long seed) {
    List<Predictions> parts = new ArrayList<>();
    for (int fold = 1; fold <= folds; fold++) {
      of(fold, seed).ifPresent(result -> parts.add(result.predictions()));
    }
    return parts.size() == folds ? Optional.of(Predictions.joined(parts)) : Optional.empty();
  }
}
