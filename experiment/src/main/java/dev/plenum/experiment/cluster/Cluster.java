package dev.plenum.experiment.cluster;

import java.io.IOException;
import java.util.List;

/**
 * Machines that train. Any number of threads may ask for a training at the same time; it waits until a
 * worker is free. A training whose worker is lost is begun again elsewhere, from its last checkpoint
 * where these are shared.
 */
public interface Cluster extends AutoCloseable {

  /**
   * Tries on the workers that are there now what a training needs before its first step: images, recipe,
   * backend.
   *
   * @param source how images, recipe and backend are made there
   * @return what they are
   * @throws dev.plenum.experiment.RunRefusedException if there is no worker, or one cannot train; the
   *     message names it and says why
   * @throws IOException if the cluster fails
   */
  List<Worker> check(TrainingSource source) throws IOException;

  /**
   * Trains.
   *
   * @param name tells the training from all others of this run
   * @param training is sent to a worker, and begun again on another if that is lost
   * @param listener is notified of what happens
   * @return the results
   * @throws TrainingFailedException if it fails for good
   * @throws dev.plenum.api.TrainingDivergedException if it diverged
   * @throws IOException if this thread is interrupted while it waits
   */
  TrainedFiles run(String name, RemoteTraining training, ClusterListener listener)
      throws IOException;

  /**
   * Forgets the checkpoints of a training, whose results are in their place.
   *
   * @param name what {@link #run} was told
   */
  void forget(String name);

  /** Leaves the cluster; trainings that are under way end. */
  @Override
  void close();
}
