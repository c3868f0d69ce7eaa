package dev.plenum.experiment.comparison;

import dev.plenum.api.EpochRecord;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.experiment.statistics.Predictions;
import dev.plenum.experiment.statistics.Sample;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came out of a cell.
 *
 * @param cell the cell
 * @param record where it comes from, and the training's results
 * @param measures what else was measured
 * @param predictions what it made of the test images
 */
public record CellResult(
    Cell cell, RunRecord record, CellMeasures measures, Predictions predictions) {

  /** Its file that is moved into place last. */
  static final String LAST_FILE = StoredRun.RECORD;

  static final String MEASURES = "cell.json";
  static final String PREDICTIONS = "predictions.csv";

  /**
   * Checks that there is something to compare.
   *
   * @param cell the cell
   * @param record where it comes from, and the training's results
   * @param measures what else was measured
   * @param predictions what it made of the test images
   * @throws IllegalArgumentException if the training has no epoch
   */
  public CellResult {
    if (record.outcome().history().epochs().isEmpty()) {
      throw new IllegalArgumentException("its training has no epoch");
    }
  }

  /**
   * Reads the results of a cell, if it is complete.
   *
   * @param cell what was to be trained
   * @param folder where its results are
   * @return the results; empty if the cell is not complete
   * @throws IOException if a file is damaged
   */
  public static Optional<CellResult> find(Cell cell, CellFolder folder) throws IOException {
    Path results = folder.results();
    Optional<StoredRun> run = new TrainingFolder(results).finished();
    if (run.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new CellResult(
          cell,
          run.get().record(),
          CellMeasures.read(JsonValue.read(results.resolve(MEASURES))),
          PredictionsCsv.read(results.resolve(PREDICTIONS))));
    } catch (IllegalArgumentException e) {
      throw new IOException("%s is damaged: %s; delete the folder to train it again"
          .formatted(results, e.getMessage()));
    }
  }

  /** {@return the seconds of the first epoch's steps, in which the JVM is still warming up} */
  public double firstEpochSeconds() {
    return epochs().get(0).seconds();
  }

  /** {@return the median of the later epochs' seconds; of a single epoch, those of the first} */
  public double steadyEpochSeconds() {
    List<EpochRecord> epochs = epochs();
    return new Sample(epochs.subList(epochs.size() == 1 ? 0 : 1, epochs.size()).stream()
            .map(EpochRecord::seconds)
            .toList())
        .median();
  }

  /** {@return the images trained on per second of a steady epoch} */
  public double trainedPerSecond() {
    return measures.imagesPerEpoch() / steadyEpochSeconds();
  }

  private List<EpochRecord> epochs() {
    return record.outcome().history().epochs();
  }
}
