package dev.plenum.experiment.run;

import dev.plenum.api.Backend;
import dev.plenum.api.Callback;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.Trained;
import dev.plenum.experiment.Trainer;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.TrainingListener;
import dev.plenum.experiment.progress.ProgressWriter;
import dev.plenum.persistence.HistoryCsv;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.RunRecord;
import dev.plenum.predictor.ModelInputs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains networks, each into a folder of its own, from the last checkpoint that is there.
 *
 * @param run the run that they are, or are part of
 * @param checkpointInterval how often they are saved meanwhile
 * @param listener is notified of what happens
 * @param pictures what else is left of each, such as charts
 * @param watchers what else writes files while each is trained
 */
public record TrainingRun(
    RunFolder run,
    Duration checkpointInterval,
    TrainingListener listener,
    Pictures pictures,
    Watchers watchers)
    implements NetworkTrainer {

  private static final String HISTORY = "history.csv";
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofMinutes(1);

  /**
   * {@return trainings with a checkpoint a minute, nobody notified, no pictures, no watchers}
   *
   * @param run the run that the networks are, or are part of
   */
  public static TrainingRun in(RunFolder run) {
    return new TrainingRun(
        run, CHECKPOINT_INTERVAL, TrainingListener.NONE, Pictures.NONE, Watchers.NONE);
  }

  /** Writes what is to be looked at. */
  @FunctionalInterface
  public interface Pictures {
    /** None. */
    Pictures NONE = (trained, folder) -> {};

    /**
     * Writes them to a folder.
     *
     * @param trained the model, still open, with its history and test result
     * @param folder gets them; is there already
     * @throws IOException if they cannot be written
     */
    void write(Trained trained, Path folder) throws IOException;
  }

  /** What writes files while a network is trained: callbacks that change no weights. */
  @FunctionalInterface
  public interface Watchers {
    /** None. */
    Watchers NONE = (folder, data, inputs) -> List.of();

    /**
     * {@return those of one training}
     *
     * @param folder where its files go
     * @param data what it is trained on
     * @param inputs how pictures become its model's input
     */
    List<Callback> of(TrainingFolder folder, TrainingData data, ModelInputs inputs);
  }

  /**
   * Trains a network and leaves its files: model, history, pictures, record.
   *
   * @throws IOException if a file cannot be read or written
   * @throws dev.plenum.persistence.TrainingInterruptedException if the run was interrupted
   * @throws dev.plenum.api.TrainingDivergedException if it diverged; it leaves no checkpoint then
   */
  @Override
  public StoredRun train(TrainingFolder folder, Recipe recipe, TrainingData data, Backend backend)
      throws IOException {
    folder.create();
    try (ProgressWriter progress =
        new ProgressWriter(folder.progress(), run.interruption()::request)) {
      ResumableFitter fitter =
          new ResumableFitter(folder, checkpointInterval, run.interruption(), listener, inputs -> {
            List<Callback> all = new ArrayList<>(watchers.of(folder, data, inputs));
            all.add(progress);
            return all;
          });
      try (Trained trained = new Trainer(backend, listener).train(recipe, data, fitter)) {
        RunRecord record = trained.record(backend, run.invocation());
        folder.publish(stage -> write(trained, record, stage));
        return new StoredRun(folder.path(), record);
      }
    }
  }

  private void write(Trained trained, RunRecord record, Path folder) throws IOException {
    ModelFile.write(folder.resolve(StoredRun.MODEL), trained.saved(record));
    HistoryCsv.write(folder.resolve(HISTORY), trained.history());
    pictures.write(trained, folder);
    record.write(folder.resolve(StoredRun.RECORD));
  }
}
