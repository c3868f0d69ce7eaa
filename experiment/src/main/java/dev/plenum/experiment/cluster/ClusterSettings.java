package dev.plenum.experiment.cluster;

import dev.plenum.experiment.run.RunFolder;
import dev.plenum.persistence.RunRecord.Invocation;
import java.nio.file.Path;
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
   * @param master where it is: {@code spark://host:7077}, {@code local-cluster[2,1,1024]}, {@code yarn}
   * @param settings the cluster's own, by their names there
   * @param threads how many each training uses, at least 1
   * @param images how each worker reads the dataset; empty to send it there
   * @param shared a folder that all workers reach, which holds checkpoints and nothing else; empty for none
   * @param invocation what was started, for the records
   * @throws IllegalArgumentException if there is not at least one thread
   */
  public ClusterSettings {
    settings = Map.copyOf(settings);
    if (threads < 1) {
      throw new IllegalArgumentException("a training needs at least 1 thread, found " + threads);
    }
  }

  /**
   * {@return settings for one thread a training, the dataset sent to workers, no checkpoints shared}
   *
   * @param master where it is: {@code spark://host:7077}, {@code local-cluster[2,1,1024]}, {@code yarn}
   * @param invocation what was started, for the records
   */
  public static ClusterSettings of(String master, Invocation invocation) {
    return new ClusterSettings(master, Map.of(), 1, Optional.empty(), Optional.empty(), invocation);
  }

  /**
   * {@return the same with these settings of the cluster's own}
   *
   * @param own by their names there, instead of others
   */
  public ClusterSettings settings(Map<String, String> own) {
    return new ClusterSettings(master, own, threads, images, shared, invocation);
  }

  /**
   * {@return the same with so many threads a training}
   *
   * @param each how many, at least 1
   */
  public ClusterSettings threads(int each) {
    return new ClusterSettings(master, settings, each, images, shared, invocation);
  }

  /**
   * {@return the same with workers that read the dataset so}
   *
   * @param source how each reads it, instead of getting it sent
   */
  public ClusterSettings images(ImageSource source) {
    return new ClusterSettings(master, settings, threads, Optional.of(source), shared, invocation);
  }

  /**
   * {@return the same with a folder for one run within a shared one, if there is one}
   *
   * @param folder with a file system before it ({@code hdfs://host/plenum}), else a path
   * @param directory where relative paths start
   * @param run names the folder, with the time of its start
   */
  public ClusterSettings shared(Optional<String> folder, Path directory, RunFolder run) {
    Optional<String> own = folder
        .map(place ->
            place.contains(":/") ? place : directory.resolve(place).toUri().toString())
        .map(place -> "%s/%s-%s"
            .formatted(
                place.replaceAll("/+$", ""),
                run.path().getFileName(),
                run.invocation().started().getEpochSecond()));
    return new ClusterSettings(master, settings, threads, images, own, invocation);
  }
}
