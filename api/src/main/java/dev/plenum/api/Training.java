package dev.plenum.api;

/** A training under way, as callbacks see it. */
public interface Training {

  /** The model in training. */
  Model model();

  /** What it was asked to do. */
  Fit fit();

  /** The number of steps of an epoch. */
  int stepsPerEpoch();

  /** Where it stands: a training started from here goes on exactly as this one will. */
  TrainingPosition position();

  /**
   * Ends the training after the present step. The epoch then ends as always, with validation and a
   * record; an epoch that has not made a step leaves no record.
   */
  void stop();
}
