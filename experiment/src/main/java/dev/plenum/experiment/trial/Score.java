package dev.plenum.experiment.trial;

import dev.plenum.experiment.run.StoredRun;
import dev.plenum.persistence.RunRecord.Outcome;
import dev.plenum.persistence.RunRecord.TestResult;

/**
 * What a training came to on the images that judge it.
 *
 * @param accuracy the share of right predictions, 0 … 1
 * @param loss the mean loss of an image
 * @param weightsSha256 of the trained weights
 * @param seconds how long it was trained, those of shorter trainings that it went on from included
 */
public record Score(double accuracy, double loss, String weightsSha256, double seconds) {

  /** That of a finished training, whose test images were the validation images. */
  static Score of(StoredRun run) {
    Outcome outcome = run.record().outcome();
    TestResult validation = outcome.test();
    return new Score(
        validation.accuracy(),
        validation.loss(),
        outcome.weightsSha256(),
        outcome.timing().trainSeconds());
  }

  /** Whether it says something: with weights that are not numbers, a network guesses. */
  boolean isFinite() {
    return Double.isFinite(loss);
  }
}
