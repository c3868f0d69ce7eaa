package dev.plenum.app.reproduce;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What came out of a stage.
 *
 * @param stage the stage
 * @param runs the members of its committee, or the same training with one or several seeds
 * @param committee the result of the committee; there exactly where the stage has one
 */
public record StageResult(Stage stage, List<StageRun> runs, Optional<CommitteeResult> committee) {
  /** A stage may lie this many standard errors below the published accuracy and still holds. */
  static final double TOLERANCE = 2;

  /** Copies the list; checks that there are runs, and a committee where there should be. */
  public StageResult {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("stage " + stage.id() + " has no run");
    }
    if (committee.isPresent() != stage.isCommittee()) {
      throw new IllegalArgumentException(
          stage.isCommittee()
              ? "stage " + stage.id() + " needs the result of its committee"
              : "stage " + stage.id() + " has no committee, but was given a committee's result");
    }
  }

  /** The accuracy to compare with the published one: the committee's, else the mean of the runs. */
  public double accuracy() {
    return committee.map(CommitteeResult::accuracy).orElseGet(() -> mean(StageRun::accuracy));
  }

  /** The loss to compare with the published one: the committee's, else the mean of the runs. */
  public double loss() {
    return committee.map(CommitteeResult::loss).orElseGet(() -> mean(StageRun::loss));
  }

  /**
   * How far the accuracy lies above the published one, in the standard errors of the latter, √(p(1 −
   * p)/n); negative if it lies below. The mean of several runs is measured with the same standard
   * error: all runs answer the same test images, and it is the choice of these images that the error
   * stands for; more runs do not make it smaller.
   *
   * @param testImages n, at least 1
   */
  public double standardErrors(int testImages) {
    Published published = stage.published();
    return (accuracy() - published.accuracy()) / published.standardError(testImages);
  }

  /**
   * Whether the accuracy is not below the published one by more than two standard errors.
   *
   * @param testImages as in {@link #standardErrors}
   */
  public boolean holds(int testImages) {
    return standardErrors(testImages) >= -TOLERANCE;
  }

  private double mean(ToDoubleFunction<StageRun> value) {
    return runs.stream().mapToDouble(value).sum() / runs.size();
  }
}
