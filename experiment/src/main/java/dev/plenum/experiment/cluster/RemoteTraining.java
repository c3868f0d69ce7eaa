package dev.plenum.experiment.cluster;

import dev.plenum.api.data.TrainTest;
import java.io.IOException;
import java.io.Serializable;

/** One training, told so that another JVM can do it. */
public interface RemoteTraining extends Serializable {

  /**
   * Trains, on a worker, and leaves all results in {@link Workplace#results}.
   *
   * @param whole the dataset
   * @param place where the worker trains: folder, threads, checkpoints
   * @throws IOException if a file cannot be read or written
   */
  void run(TrainTest whole, Workplace place) throws IOException;
}
