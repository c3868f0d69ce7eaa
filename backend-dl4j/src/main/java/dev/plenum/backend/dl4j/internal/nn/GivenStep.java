package dev.plenum.backend.dl4j.internal.nn;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * What Deeplearning4j would count and schedule itself, but the api does: the global step, which keys the
 * dropout masks and does not fit Deeplearning4j's counter of 32 bits, and the learning rate.
 */
@SuppressWarnings("serial") // never serialised
final class GivenStep implements ISchedule {
  private long number;
  private double learningRate;

  /** The step that is trained next, from 0. */
  void set(long number, double learningRate) {
    this.number = number;
    this.learningRate = learningRate;
  }

  long number() {
    return number;
  }

  /** The learning rate, whatever Deeplearning4j counted. */
  @Override
  public double valueAt(int iteration, int epoch) {
    return learningRate;
  }

  /** This one: copies of a configuration must see the same step. */
  @Override
  @SuppressWarnings("MissingSuperCall")
  public ISchedule clone() {
    return this;
  }
}
