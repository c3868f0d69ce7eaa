package dev.plenum.api;

import dev.plenum.api.data.Batch;
import java.util.List;
import java.util.Optional;

/** A training under way, as callbacks see it. */
public interface Training {

  /** The model in training. */
  Model model();

  /** What it was asked to do. */
  Fit fit();

  /** The number of steps of an epoch that shows all images. */
  int stepsPerEpoch();

  /** The number of steps of the present epoch: fewer where a callback leaves images out. */
  default int steps() {
    return stepsPerEpoch();
  }

  /** The names of the metrics that the record of every epoch has, in their order there. */
  default List<String> metricNames() {
    return fit().metricNames();
  }

  /**
   * Whether greater values of one of {@link #metricNames} are better; else smaller ones are.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  default boolean isHigherBetter(String metric) {
    return fit().isHigherBetter(metric);
  }

  /** Where it stands: a training started from here continues exactly as this one will. */
  TrainingPosition position();

  /**
   * The batch of the last step; its arrays are used again by the next.
   *
   * @throws IllegalStateException before the first step
   */
  Batch batch();

  /** What the last validation made of the validation images; empty before the first. */
  default Optional<Evaluation> validation() {
    return Optional.empty();
  }

  /**
   * Ends the training after the present step. The epoch then ends as always, with validation and a
   * record; an epoch that has not made a step leaves no record.
   */
  void stop();
}
