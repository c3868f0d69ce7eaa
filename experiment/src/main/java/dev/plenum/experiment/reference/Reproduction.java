package dev.plenum.experiment.reference;

import dev.plenum.persistence.RunRecord.Data;
import dev.plenum.persistence.RunRecord.Invocation;
import dev.plenum.persistence.RunRecord.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The reference experiment as it was run here.
 *
 * @param plan which part of it was run
 * @param stages the results of the stages that were run, in the experiment's order
 * @param deviations in what it was not the published recipe, in words
 * @param data what was trained and tested on
 * @param invocation what was started
 * @param platform what it ran on
 */
public record Reproduction(
    ReferencePlan plan,
    List<StageResult> stages,
    List<String> deviations,
    Data data,
    Invocation invocation,
    Platform platform) {

  private static final String ORIGINAL_DATASET = "mnist";

  /**
   * Copies the lists; checks that there is a stage and a test image.
   *
   * @param plan which part of it was run
   * @param stages the results of the stages that were run, in the experiment's order
   * @param deviations in what it was not the published recipe, in words
   * @param data what was trained and tested on
   * @param invocation what was started
   * @param platform what it ran on
   */
  public Reproduction {
    stages = List.copyOf(stages);
    deviations = List.copyOf(deviations);
    if (stages.isEmpty() || data.test() < 1) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "a report needs at least one stage and one test image, found %d and %d",
          stages.size(),
          data.test()));
    }
  }

  /**
   * {@return whether this is the published recipe on the original's data, which published figures are for}
   */
  public boolean isComparable() {
    return !plan.isQuick() && deviations.isEmpty() && data.name().equals(ORIGINAL_DATASET);
  }

  /** {@return how long the training of all networks took, in seconds, without validation and tests} */
  public double seconds() {
    return stages.stream()
        .flatMap(stage -> stage.runs().stream())
        .mapToDouble(run -> run.outcome().timing().trainSeconds())
        .sum();
  }

  /**
   * {@return the result of a stage, if it was run}
   *
   * @param stage any of the experiment's
   */
  public Optional<StageResult> result(Stage stage) {
    return stages.stream().filter(result -> result.stage() == stage).findFirst();
  }
}
