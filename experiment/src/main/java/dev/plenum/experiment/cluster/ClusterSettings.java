package dev.plenum.experiment.cluster;

import dev.plenum.persistence.RunRecord.Invocation;
import java.util.Map;
import java.util.Optional;

/**
 * How trainings get to a cluster.
 *
 * @param master where it is: {@code spark://host:7077}, {@code local-cluster[2,1,1024]}, {@code yarn}
 * @param settings the cluster's own, by their names there
 * @param threads how many each training uses, at least 1
 * @param images how each worker reads the dataset; empty to send it there
 * @param shared a folder that all workers reach, which holds checkpoints and nothing else; empty for none
 * @param invocation what was started, for the records
 */
public record ClusterSettings(
    String master,
    Map<String, String> settings,
    int threads,
    Optional<ImageSource> images,
    Optional<String> shared,
    Invocation invocation) {

  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException if there is not at least one thread
   */
  public ClusterSettings {
    settings = Map.copyOf(settings);
    if (threads < 1) {
      throw new IllegalArgumentException("a training needs at least 1 thread, found " + threads);
    }
  }
}
