package dev.plenum.api.callback;

import dev.plenum.api.provenance.Described;

/** A learning rate that changes between epochs. */
@FunctionalInterface
public interface EpochSchedule extends Described {

  /**
   * The learning rate of an epoch.
   *
   * @param epoch its number, from 0
   * @param current the learning rate before
   * @return greater than 0 and finite
   */
  double learningRate(int epoch, double current);
}
