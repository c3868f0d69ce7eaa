package dev.plenum.experiment.analysis;

import java.util.List;
import java.util.Optional;

/**
 * All that an analysis of a classifier found.
 *
 * @param images what it was made with
 * @param outputs what the classifier says of the test images
 * @param mistakes its errors, the most confident first
 * @param labels which of the test images' labels are probably wrong
 * @param calibration how far its probabilities can be trusted, on the test images
 * @param temperature fitted on the validation images; empty if there are none
 * @param calibrated the calibration on the test images at that temperature
 * @param disagreement of a committee's members
 * @param explained some mistakes, the most confident first
 * @param training what was found in the training images' labels, if that was asked for
 */
public record Analysis(
    AnalysedImages images,
    Outputs outputs,
    List<Mistake> mistakes,
    ConfidentLearning labels,
    Calibration calibration,
    Optional<Temperature> temperature,
    Optional<Calibration> calibrated,
    Optional<Disagreement> disagreement,
    List<ExplainedMistake> explained,
    Optional<TrainingLabels> training) {

  /**
   * Copies the lists.
   *
   * @param images what it was made with
   * @param outputs what the classifier says of the test images
   * @param mistakes its errors, the most confident first
   * @param labels which of the test images' labels are probably wrong
   * @param calibration how far its probabilities can be trusted, on the test images
   * @param temperature fitted on the validation images; empty if there are none
   * @param calibrated the calibration on the test images at that temperature
   * @param disagreement of a committee's members
   * @param explained some mistakes, the most confident first
   * @param training what was found in the training images' labels, if that was asked for
   */
  public Analysis {
    mistakes = List.copyOf(mistakes);
    explained = List.copyOf(explained);
  }

  /**
   * {@return the same with what was found in the training images' labels}
   *
   * @param found instead of what was there before
   */
  public Analysis with(TrainingLabels found) {
    return new Analysis(
        images,
        outputs,
        mistakes,
        labels,
        calibration,
        temperature,
        calibrated,
        disagreement,
        explained,
        Optional.of(found));
  }
}
