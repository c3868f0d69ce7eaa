package dev.plenum.experiment.cluster;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.Training;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies each checkpoint to its store when the next step is done. A training goes on where one cannot be
 * copied; that is logged as a warning.
 */
final class CheckpointCopies implements Callback {
  private static final Logger LOG = System.getLogger(CheckpointCopies.class.getName());

  private final CheckpointStore store;
  private final Path folder;
  private List<String> copied = List.of();

  /** A copier of what is in a folder. */
  CheckpointCopies(CheckpointStore store, Path folder) {
    this.store = store;
    this.folder = folder;
  }

  @Override
  public boolean onlyWatches() {
    return true;
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, BatchResult result) {
    try {
      List<String> now = checkpoints();
      if (!now.equals(copied)) {
        copied = now;
        store.save(folder);
      }
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "a checkpoint could not be copied, and the training continues without the copy: {0}",
          e.toString());
    }
  }

  private List<String> checkpoints() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
