package dev.plenum.experiment.cluster;

import dev.plenum.api.EpochRecord;

/**
 * Is notified of what becomes of trainings on a cluster, by threads of the cluster's own, one at a time
 * for each training. Does nothing, unless a method is overridden.
 */
public interface ClusterListener {
  /** Shows nothing. */
  ClusterListener NONE = new ClusterListener() {};

  /**
   * A worker can train; told for each kind of training that it was asked about.
   *
   * @param worker where it is, and what it computes with
   */
  default void joins(Worker worker) {}

  /**
   * A training begins, or begins again after a worker was lost.
   *
   * @param training its name
   * @param worker where: {@code executor 1 on 10.0.0.7}
   * @param epochsDone how many were done before, by the last checkpoint
   */
  default void begins(String training, String worker, int epochsDone) {}

  /**
   * An epoch has ended; each is told once.
   *
   * @param training the name of the training
   * @param epoch its number and what was measured
   * @param epochs how many there are to be
   */
  default void epochEnds(String training, EpochRecord epoch, int epochs) {}
}
