package dev.plenum.experiment.trial;

import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.StoredRun;
import java.io.IOException;
import java.util.List;

/** Trains the trials of a search or an ablation. What comes out is the same whoever does it. */
@FunctionalInterface
public interface TrialRunner {

  /** Gets what comes out; may be called by any thread. */
  interface Results {
    /**
     * A training is finished.
     *
     * @param training one of those that are to be done
     * @param run its files, which are in the training's folder
     * @throws IOException if something about it cannot be noted
     */
    void trained(TrialTraining training, StoredRun run) throws IOException;

    /**
     * A training has diverged. It is a loser, not a failure.
     *
     * @param training one of those that are to be done
     * @param reason in words
     * @throws IOException if this cannot be noted
     */
    void diverged(TrialTraining training, String reason) throws IOException;
  }

  /**
   * Trains all to their ends, in any order, one after the other or several at once; each ends in one call
   * of the results.
   *
   * @param trainings none of which is finished
   * @param data what all are trained on; its test images judge them, and are never the real ones
   * @param results gets what comes out of each
   * @throws IOException if a file cannot be read or written
   * @throws dev.plenum.persistence.TrainingInterruptedException if the run was interrupted
   */
  void run(List<TrialTraining> trainings, TrainingData data, Results results) throws IOException;
}
