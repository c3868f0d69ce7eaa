package dev.plenum.api.callback;

import dev.plenum.api.provenance.Described;

/** A learning rate that changes from step to step. */
@FunctionalInterface
public interface StepSchedule extends Described {

  /**
   * The learning rate of a step; must depend on nothing else.
   *
   * @param step its number in the whole training, from 0; where an epoch leaves images out and has fewer
   *     steps, the number of the step that is as far in an epoch with all of them
   * @param steps how many the whole training has
   * @return greater than 0 and finite
   */
  double learningRate(long step, long steps);

  /**
   * Refuses a training that is too short for the schedule.
   *
   * @param steps how many the whole training has
   * @throws IllegalArgumentException if so
   */
  default void requireSteps(long steps) {}
}
