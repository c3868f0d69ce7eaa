package dev.plenum.api;

import dev.plenum.api.data.Batch;
import java.util.List;
import java.util.Optional;

/** A training under way, as callbacks see it. */
public interface Training {

  /** {@return the model in training} */
  Model model();

  /** {@return what it was asked to do} */
  Fit fit();

  /** {@return the number of steps of an epoch that shows all images} */
  int stepsPerEpoch();

  /** {@return the number of steps of the present epoch: fewer where a callback leaves images out} */
  default int steps() {
    return stepsPerEpoch();
  }

  /** {@return the names of the metrics that the record of every epoch has, in their order there} */
  default List<String> metricNames() {
    return fit().metricNames();
  }

  /**
   * {@return whether greater values of a metric are better; else smaller ones are}
   *
   * @param metric one of {@link #metricNames}
   * @throws IllegalArgumentException if it is none of them
   */
  default boolean isHigherBetter(String metric) {
    return fit().isHigherBetter(metric);
  }

  /** {@return where it stands: a training started from here continues exactly as this one will} */
  TrainingPosition position();

  /**
   * {@return the batch of the last step; its arrays are used again by the next}
   *
   * @throws IllegalStateException before the first step
   */
  Batch batch();

  /** {@return what the last validation made of the validation images; empty before the first} */
  default Optional<Evaluation> validation() {
    return Optional.empty();
  }

  /**
   * Ends the training after the present step. The epoch then ends as always, with validation and a
   * record; an epoch that has not made a step leaves no record.
   */
  void stop();
}
