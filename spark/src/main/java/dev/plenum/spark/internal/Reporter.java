package dev.plenum.spark.internal;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.TrainingListener;

/**
 * Tells the driver what becomes of a training.
 *
 * @param reports carries it there
 * @param worker where it is trained
 * @param attempt which one, from 0
 */
record Reporter(Reports reports, String worker, int attempt) implements TrainingListener {

  @Override
  public Follower begins(Recipe recipe, TrainingData data) {
    return new Follower() {
      @Override
      public void onTrainBegin(Training training) {
        reports.add(Report.begin(
            worker,
            attempt,
            training.fit().epochs(),
            training.position().history().epochs()));
      }

      @Override
      public void onEpochEnd(Training training, EpochRecord epoch) {
        reports.add(reports.value().with(epoch));
      }
    };
  }
}
