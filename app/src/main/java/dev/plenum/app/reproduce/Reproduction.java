package dev.plenum.app.reproduce;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The reference experiment as it was run here.
 *
 * @param stages the results of the stages that were run, in the experiment's order
 * @param quick whether less was trained than the experiment asks for: fewer epochs, members or images
 * @param deviations in what else it was not the published recipe, in words
 * @param dataset the dataset's name
 * @param testImages the number of test images
 * @param seconds the training of all networks, without validation and tests
 * @param provenance where the results come from
 */
public record Reproduction(
    List<StageResult> stages,
    boolean quick,
    List<String> deviations,
    String dataset,
    int testImages,
    double seconds,
    Provenance provenance) {

  private static final String ORIGINAL_DATASET = "mnist";

  /** Copies the lists; checks that there is a stage and a test image. */
  public Reproduction {
    stages = List.copyOf(stages);
    deviations = List.copyOf(deviations);
    if (stages.isEmpty() || testImages < 1) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "a report needs at least one stage and one test image, found %d and %d",
          stages.size(),
          testImages));
    }
  }

  /** Whether this is the published recipe on the original's data, which published figures are for. */
  public boolean isComparable() {
    return !quick && deviations.isEmpty() && dataset.equals(ORIGINAL_DATASET);
  }

  /** The result of a stage, if it was run. */
  Optional<StageResult> result(Stage stage) {
    return stages.stream().filter(result -> result.stage() == stage).findFirst();
  }
}
