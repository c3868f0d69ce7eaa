package dev.plenum.experiment.reference;

import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.TestResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What came out of a stage.
 *
 * @param stage the stage
 * @param runs the members of its committee, or the same training with one or several seeds
 * @param committee the result of the committee; there exactly where the stage has one
 */
public record StageResult(Stage stage, List<RunRecord> runs, Optional<TestResult> committee) {
  /** A stage may lie this many standard errors below the published accuracy and still holds. */
  public static final double TOLERANCE = 2;

  /**
   * Copies the list; checks that there are runs, and a committee where there should be.
   *
   * @param stage which of the experiment's it is
   * @param runs the members of its committee, or the same training with one or several seeds
   * @param committee the result of the committee; there exactly where the stage has one
   */
  public StageResult {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("stage " + stage.id() + " has no run");
    }
    runs.forEach(run -> requireTrained(stage, run));
    if (committee.isPresent() != stage.isCommittee()) {
      throw new IllegalArgumentException(
          stage.isCommittee()
              ? "stage " + stage.id() + " needs the result of its committee"
              : "stage " + stage.id() + " has no committee, but was given a committee's result");
    }
  }

  private static void requireTrained(Stage stage, RunRecord run) {
    if (run.outcome().history().epochs().isEmpty()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "the run of stage %s with seed %d has no epoch; a result needs a trained network",
          stage.id(),
          run.setup().seed()));
    }
  }

  /** {@return how many epochs its networks were trained for} */
  public int epochs() {
    return runs.get(0).outcome().history().epochs().size();
  }

  /** {@return the accuracy to compare with the published one: the committee's, else the mean of the runs} */
  public double accuracy() {
    return committee.map(TestResult::accuracy).orElseGet(() -> mean(TestResult::accuracy));
  }

  /** {@return the loss to compare with the published one: the committee's, else the mean of the runs} */
  public double loss() {
    return committee.map(TestResult::loss).orElseGet(() -> mean(TestResult::loss));
  }

  /**
   * {@return how far the accuracy lies above the published one, in the standard errors of the latter, √(p(1 −
   * p)/n); negative if it lies below} The mean of several runs is measured with the same standard error: all
   * runs answer the same test images, and it is the choice of these images that the error stands for; more
   * runs do not make it smaller.
   *
   * @param testImages n, at least 1
   */
  public double standardErrors(int testImages) {
    Published published = stage.published();
    return (accuracy() - published.accuracy()) / published.standardError(testImages);
  }

  /**
   * {@return whether the accuracy is not below the published one by more than two standard errors}
   *
   * @param testImages as in {@link #standardErrors}
   */
  public boolean holds(int testImages) {
    return standardErrors(testImages) >= -TOLERANCE;
  }

  private double mean(ToDoubleFunction<TestResult> value) {
    return runs.stream().map(run -> run.outcome().test()).mapToDouble(value).sum() / runs.size();
  }
}
