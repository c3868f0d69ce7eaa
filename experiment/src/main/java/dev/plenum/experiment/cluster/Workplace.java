package dev.plenum.experiment.cluster;

import dev.plenum.api.Backend;
import dev.plenum.experiment.TrainingListener;
import dev.plenum.persistence.RunRecord.Invocation;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a worker trains.
 *
 * @param folder empty; what is left in it is lost, but for the results
 * @param invocation what was started, with the name of this host
 * @param threads how many may compute, at least 1
 * @param checkpoints where they outlive this worker
 * @param listener is notified of what happens
 */
public record Workplace(
    Path folder,
    Invocation invocation,
    int threads,
    CheckpointStore checkpoints,
    TrainingListener listener) {

  /** {@return where the results go: files in no folders of their own} */
  public Path results() {
    return folder.resolve("results");
  }

  /** A backend that uses as many threads as it may. */
  Backend share(Backend backend) {
    return backend.withSettings(Map.of("threads", String.valueOf(threads)));
  }
}
