package dev.plenum.experiment.run;

import dev.plenum.api.Backend;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import java.io.IOException;

/** Trains networks, each into a folder of its own, in this process or elsewhere. */
@FunctionalInterface
public interface NetworkTrainer {

  /**
   * Trains a network and leaves its files.
   *
   * @param folder gets the files
   * @param recipe how it is trained
   * @param data what it is trained and tested on
   * @param backend what computes, if it is trained in this process
   * @return what came out, with its files
   * @throws IOException if a file cannot be read or written
   */
  StoredRun train(TrainingFolder folder, Recipe recipe, TrainingData data, Backend backend)
      throws IOException;
}
