package dev.plenum.experiment.search;

import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.statistics.Sample;
import dev.plenum.persistence.RunRecord.Data;
import dev.plenum.persistence.RunRecord.Invocation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What came out of a search.
 *
 * @param plan what was tried
 * @param goesOn whether trials went on from their checkpoints at the next rung; else each rung's trainings
 *     began anew, because what their recipes do depends on the number of epochs
 * @param trials all of them, by number; the best has a result at the last rung
 * @param recipe the winner's, with the trials' seed and the last rung's epochs
 * @param repeats the winner trained again
 * @param data what all were trained on
 * @param invocation what was started
 */
public record Search(
    SearchPlan plan,
    boolean goesOn,
    List<Trial> trials,
    Recipe recipe,
    List<WinnerRun> repeats,
    Data data,
    Invocation invocation) {

  /**
   * Copies the lists.
   *
   * @param plan what was tried
   * @param goesOn whether trials went on from their checkpoints at the next rung; else each rung's trainings
   *     began anew, because what their recipes do depends on the number of epochs
   * @param trials all of them, by number; the best has a result at the last rung
   * @param recipe the winner's, with the trials' seed and the last rung's epochs
   * @param repeats the winner trained again
   * @param data what all were trained on
   * @param invocation what was started
   */
  public Search {
    trials = List.copyOf(trials);
    repeats = List.copyOf(repeats);
  }

  /**
   * {@return all trials, the best first: those that got further, then as the rung ranks them; last those that
   * diverged}
   */
  public List<Trial> ranking() {
    return ranking(trials);
  }

  static List<Trial> ranking(List<Trial> trials) {
    return trials.stream()
        .sorted(Comparator.comparing((Trial trial) -> trial.last().isDiverged())
            .thenComparing(trial -> trial.last().epochs(), Comparator.reverseOrder())
            .thenComparing(Trial::last, RungResult.BEST_FIRST))
        .toList();
  }

  /** {@return the best trial} */
  public Trial winner() {
    return ranking().get(0);
  }

  /** {@return what the trials' trainings followed from} */
  public long seed() {
    return recipe.seed();
  }

  /** {@return the repeats' accuracies on the validation images; empty if all diverged} */
  public Optional<Sample> validationAccuracy() {
    return sample(run -> run.validation().orElseThrow().accuracy());
  }

  /** {@return the repeats' accuracies on the test images; empty if all diverged} */
  public Optional<Sample> testAccuracy() {
    return sample(run -> run.test().orElseThrow().accuracy());
  }

  private Optional<Sample> sample(ToDoubleFunction<WinnerRun> measure) {
    List<Double> values = repeats.stream()
        .filter(run -> run.validation().isPresent())
        .map(measure::applyAsDouble)
        .toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(new Sample(values));
  }
}
