package dev.plenum.experiment.trial;

import java.util.List;
import java.util.Optional;

/** Is notified of what becomes of trials; calls come from one thread at a time. */
public interface TrialListener {
  /** Shows nothing. */
  TrialListener NONE = new TrialListener() {};

  /** Some trainings begin. */
  default void begins(List<TrialTraining> trainings) {}

  /** One of them is over, now or in an earlier start; without a score it diverged. */
  default void ends(TrialTraining training, Optional<Score> score) {}
}
