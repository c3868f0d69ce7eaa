package dev.plenum.experiment.comparison;

import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.Trained;
import dev.plenum.experiment.Trainer;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.experiment.statistics.Predictions;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;

/**
 * Trains one cell in this process, measures it, and leaves the results in a folder.
 *
 * @param trainer trains it
 * @param invocation what was started, for the record
 * @param isRepeat whether it ends after the first epoch, as {@link Cell#isRepeat} says: that epoch of as
 *     many as the recipe has, on whose number a schedule depends
 */
public record CellTraining(Trainer trainer, Invocation invocation, boolean isRepeat) {

  /**
   * Trains it.
   *
   * @param recipe how it is trained, with the cell's seed and epochs
   * @param data what it is trained and measured on
   * @param folder gets the files once all are complete
   * @throws IOException if the files cannot be written
   */
  public void run(Recipe recipe, TrainingData data, TrainingFolder folder) throws IOException {
    FirstEpoch firstEpoch = new FirstEpoch(isRepeat);
    try (Trained trained = trainer.train(recipe, data, firstEpoch::watch)) {
      RunRecord record = trained.record(trainer.backend(), invocation);
      CellMeasures measures = measures(trained, record, firstEpoch);
      Predictions predictions = Predictions.of(data.test(), trained.test());
      folder.publish(stage -> {
        AtomicFiles.write(stage.resolve(CellResult.MEASURES), measures.toJson().toString());
        PredictionsCsv.write(stage.resolve(CellResult.PREDICTIONS), predictions);
        record.write(stage.resolve(StoredRun.RECORD));
      });
    }
  }

  private static CellMeasures measures(Trained trained, RunRecord record, FirstEpoch firstEpoch) {
    return new CellMeasures(
        firstEpoch.images(),
        firstEpoch.sha256(),
        record.outcome().timing().startupSeconds(),
        record.outcome().peakMemoryBytes(),
        InferenceSpeed.measure(
            trained.model(), trained.inputs().of(trained.data().test())));
  }
}
