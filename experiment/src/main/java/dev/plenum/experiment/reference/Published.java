package dev.plenum.experiment.reference;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the original experiment printed for a stage, measured on MNIST's 10,000 test images.
 *
 * @param loss the test loss
 * @param accuracy the test accuracy, 0 … 1; of a committee where the stage trains one
 * @param members the accuracies of a committee's members
 * @param misclassified the number of wrong predictions, where it was printed
 */
public record Published(
    double loss, double accuracy, Optional<Members> members, OptionalInt misclassified) {

  /**
   * The accuracies of a committee's members.
   *
   * @param lowest that of the worst, 0 … 1
   * @param highest that of the best, 0 … 1
   */
  public record Members(double lowest, double highest) {}

  static Published of(double loss, double accuracy) {
    return new Published(loss, accuracy, Optional.empty(), OptionalInt.empty());
  }

  Published withMembers(double lowest, double highest) {
    return new Published(loss, accuracy, Optional.of(new Members(lowest, highest)), misclassified);
  }

  Published withMisclassified(int count) {
    return new Published(loss, accuracy, members, OptionalInt.of(count));
  }

  /**
   * {@return the standard error of the accuracy as a share of right answers among so many images}
   *
   * @param testImages how many, at least 1
   */
  public double standardError(int testImages) {
    return Math.sqrt(accuracy * (1 - accuracy) / testImages);
  }
}
