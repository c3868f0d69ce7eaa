package dev.plenum.experiment.cluster;

import dev.plenum.api.data.TrainTest;
import dev.plenum.api.service.Providers;
import dev.plenum.experiment.RunRefusedException;
import java.util.ServiceLoader;

/** Knows how to reach clusters of one kind: a service, found where {@link Providers} looks. */
public interface ClusterProvider {

  /**
   * Reaches a cluster.
   *
   * @param whole the dataset of all trainings
   * @throws RunRefusedException if it cannot be reached; the message says why and what to do
   */
  Cluster connect(ClusterSettings settings, TrainTest whole);

  /**
   * The provider that is there.
   *
   * @throws RunRefusedException if there is none
   */
  static ClusterProvider get() {
    return Providers.all(
            ClusterProvider.class,
            loader -> ServiceLoader.load(ClusterProvider.class, loader),
            layer -> ServiceLoader.load(layer, ClusterProvider.class))
        .stream()
        .findFirst()
        .orElseThrow(
            () -> new RunRefusedException(
                "trainings on a cluster need plenum-spark and Apache Spark on the class path, and they are not there"));
  }
}
