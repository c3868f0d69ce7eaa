package dev.plenum.app.compare.cell;

import com.typesafe.config.ConfigException;
import dev.plenum.api.EpochRecord;
import dev.plenum.app.document.Documents;
import dev.plenum.app.statistics.Predictions;
import dev.plenum.app.statistics.Sample;
import dev.plenum.app.train.FinishedRun;
import dev.plenum.app.train.TrainingFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came out of a cell.
 *
 * @param cell the cell
 * @param run the training
 * @param origin where it comes from
 * @param measures what else was measured
 * @param predictions what it made of the test images
 */
public record CellResult(
    Cell cell, FinishedRun run, CellOrigin origin, CellMeasures measures, Predictions predictions) {
  /** Its file that is moved into place last. */
  static final String LAST_FILE = FinishedRun.RECORD;

  static final String MEASURES = "cell.json";
  static final String PREDICTIONS = "predictions.csv";

  /**
   * Reads the results of a cell, if it is complete.
   *
   * @throws IOException if a file is damaged
   */
  public static Optional<CellResult> find(Cell cell, CellFolder folder) throws IOException {
    Path results = folder.results();
    Optional<FinishedRun> run = new TrainingFolder(results).finished();
    if (run.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new CellResult(
          cell,
          run.get(),
          CellOrigin.read(Documents.json(results.resolve(FinishedRun.RECORD))),
          CellMeasures.read(Documents.json(results.resolve(MEASURES))),
          PredictionsCsv.read(results.resolve(PREDICTIONS))));
    } catch (ConfigException | IllegalArgumentException e) {
      throw new IOException("%s is damaged: %s; delete the folder to train it again"
          .formatted(results, e.getMessage()));
    }
  }

  /** The weights after the first epoch. */
  public String firstEpochSha256() {
    return measures.firstEpochSha256();
  }

  /** The seconds of the first epoch's steps, in which the JVM is still warming up. */
  public double firstEpochSeconds() {
    return run.history().epochs().get(0).seconds();
  }

  /** The median of the later epochs' seconds; of a single epoch, those of the first. */
  public double steadyEpochSeconds() {
    List<EpochRecord> epochs = run.history().epochs();
    return new Sample(epochs.subList(epochs.size() == 1 ? 0 : 1, epochs.size()).stream()
            .map(EpochRecord::seconds)
            .toList())
        .median();
  }

  /** The images trained on per second of a steady epoch. */
  public double trainedPerSecond() {
    return measures.imagesPerEpoch() / steadyEpochSeconds();
  }

  /** The seconds that half of single images take at most to be classified. */
  public double latencyP50() {
    return measures.inference().latencyP50();
  }

  /** The seconds that 99 of 100 single images take at most to be classified. */
  public double latencyP99() {
    return measures.inference().latencyP99();
  }

  /** The images classified per second, in batches of 256. */
  public double inferencePerSecond() {
    return measures.inference().imagesPerSecond();
  }

  /** The seconds from the start of the JVM to the end of the first step. */
  public double startupSeconds() {
    return measures.startupSeconds();
  }

  /** The most memory that the process held, until it was trained. */
  public long peakMemoryBytes() {
    return measures.peakMemoryBytes();
  }
}
