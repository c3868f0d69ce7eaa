package dev.plenum.experiment.cluster;

import dev.plenum.api.data.TrainTest;
import dev.plenum.api.service.Providers;
import dev.plenum.experiment.RunRefusedException;
import java.io.IOException;
import java.util.Collection;
import java.util.ServiceLoader;

/** Knows how to reach clusters of one kind: a service, found where {@link Providers} looks. */
public interface ClusterProvider {

  /**
   * Reaches a cluster by the provider that is there, and checks it.
   *
   * @param settings where the cluster is, and how trainings get there
   * @param whole the dataset of all trainings
   * @param kinds what it must be able to train
   * @param listener is notified of the workers
   * @return the cluster, to be closed by whoever asked
   * @throws RunRefusedException if there is no provider or worker, or one cannot train
   * @throws IOException if the cluster fails
   */
  static Cluster connect(
      ClusterSettings settings,
      TrainTest whole,
      Collection<TrainingSource> kinds,
      ClusterListener listener)
      throws IOException {
    Cluster cluster = get().connect(settings, whole);
    try {
      for (TrainingSource kind : kinds) {
        cluster.check(kind).forEach(listener::joins);
      }
      return cluster;
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /**
   * Reaches a cluster.
   *
   * @param settings where it is, and how trainings get there
   * @param whole the dataset of all trainings
   * @return the cluster, to be closed by whoever asked
   * @throws RunRefusedException if it cannot be reached; the message says why and what to do
   */
  Cluster connect(ClusterSettings settings, TrainTest whole);

  /**
   * {@return the provider that is there}
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
                "trainings on a cluster need plenum-spark and Apache Spark on the class path, and they are not there: add their jars"));
  }
}
