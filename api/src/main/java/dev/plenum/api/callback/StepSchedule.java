package dev.plenum.api.callback;

/** A learning rate that changes from step to step. */
@FunctionalInterface
public interface StepSchedule {

  /**
   * The learning rate of a step; must depend on nothing else.
   *
   * @param step its number in the whole training, from 0
   * @param steps how many the whole training has
   * @return greater than 0 and finite
   */
  double learningRate(long step, long steps);
}
