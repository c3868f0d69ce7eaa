package dev.plenum.experiment.cluster;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps the checkpoints of one training where they outlive the machine that trains. */
public interface CheckpointStore {
  /** Keeps none: a training whose worker is lost begins anew. */
  CheckpointStore NONE = new CheckpointStore() {
    @Override
    public void restore(Path folder) {}

    @Override
    public void save(Path folder) {}
  };

  /**
   * Copies those that were kept to a folder.
   *
   * @param folder where the training looks for them; may not be there yet
   * @throws IOException if one cannot be read or written
   */
  void restore(Path folder) throws IOException;

  /**
   * Makes what is kept the same as what is in a folder.
   *
   * @param folder where the training leaves them
   * @throws IOException if one cannot be read or written; what was kept before is still there then
   */
  void save(Path folder) throws IOException;
}
