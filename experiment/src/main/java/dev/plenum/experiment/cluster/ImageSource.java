package dev.plenum.experiment.cluster;

import dev.plenum.api.data.TrainTest;
import java.io.IOException;
import java.io.Serializable;

/** Where a worker reads a dataset by itself. A lambda will do, if its class is on the worker's class path. */
@FunctionalInterface
public interface ImageSource extends Serializable {

  /**
   * Reads it.
   *
   * @return the dataset
   * @throws IOException if it cannot be read there
   */
  TrainTest load() throws IOException;
}
