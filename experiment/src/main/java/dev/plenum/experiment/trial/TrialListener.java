package dev.plenum.experiment.trial;

import java.util.List;
import java.util.Optional;

/** Is notified of what becomes of trials; calls come from one thread at a time. */
public interface TrialListener {
  /** Shows nothing. */
  TrialListener NONE = new TrialListener() {};

  /**
   * Some trainings begin.
   *
   * @param trainings all of them, also those that are over already
   */
  default void begins(List<TrialTraining> trainings) {}

  /**
   * One of them is over, now or in an earlier start.
   *
   * @param training one of those that began
   * @param score what it came to; empty if it diverged
   */
  default void ends(TrialTraining training, Optional<Score> score) {}
}
