package dev.plenum.api.callback;

/** A learning rate that changes between epochs. */
@FunctionalInterface
public interface EpochSchedule {

  /**
   * The learning rate of an epoch.
   *
   * @param epoch its number, from 0
   * @param current the learning rate before
   * @return greater than 0 and finite
   */
  double learningRate(int epoch, double current);
}
