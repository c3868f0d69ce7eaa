package dev.plenum.experiment;

import dev.plenum.api.Backend;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Evaluation;
import dev.plenum.api.History;
import dev.plenum.api.Model;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.Invocation;
import dev.plenum.persistence.RunRecord.Outcome;
import dev.plenum.persistence.RunRecord.Platform;
import dev.plenum.persistence.RunRecord.TestResult;
import dev.plenum.persistence.RunRecord.Timing;
import dev.plenum.persistence.SavedModel;
import dev.plenum.predictor.ModelInputs;
import dev.plenum.predictor.TrainingBorder;

/**
 * What came out of a training.
 *
 * @param recipe how it was trained
 * @param data what it was trained on
 * @param inputs how pictures become the model's input
 * @param model the trained model, still open
 * @param history what was measured, by epoch
 * @param test the result on the test images
 * @param initialWeightsSha256 of the weights before training
 * @param batchesSha256 of what the network was shown
 * @param startupSeconds from the start of the process to the end of the first step
 */
public record Trained(
    Recipe recipe,
    TrainingData data,
    ModelInputs inputs,
    Model model,
    History history,
    Evaluation test,
    String initialWeightsSha256,
    String batchesSha256,
    double startupSeconds)
    implements AutoCloseable {

  /**
   * {@return where the model comes from}
   *
   * @param backend what computed
   * @param invocation what was started
   */
  public RunRecord record(Backend backend, Invocation invocation) {
    return new RunRecord(
        invocation, Platform.of(backend), recipe.setup(data), data.record(), outcome());
  }

  /**
   * {@return all that a model file holds}
   *
   * @param record the model's provenance, to which the lightness of the training images' borders is added
   */
  public SavedModel saved(RunRecord record) {
    return SavedModel.of(
        model,
        inputs.preprocessing(),
        data.classNames(),
        TrainingBorder.of(data.train()).addTo(record.toJson()));
  }

  private Outcome outcome() {
    return new Outcome(
        history,
        TestResult.of(test),
        initialWeightsSha256,
        model.weights().sha256(),
        batchesSha256,
        timing(),
        PeakMemory.bytes());
  }

  private Timing timing() {
    double seconds = history.epochs().stream().mapToDouble(EpochRecord::seconds).sum();
    double images = (double) data.train().size() * history.epochs().size();
    return new Timing(startupSeconds, seconds, images / seconds);
  }

  /** Closes the model. */
  @Override
  public void close() {
    model.close();
  }
}
