package dev.plenum.benchmarks.training;

import dev.plenum.experiment.statistics.Sample;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of a cell in all rounds.
 *
 * @param cell what was trained
 * @param rounds at least one
 */
record TrainingResult(TrainingCell cell, List<TrainingRound> rounds) {

  /** Copies the list. */
  TrainingResult {
    rounds = List.copyOf(rounds);
  }

  /** The median over the rounds. */
  double median(ToDoubleFunction<TrainingRound> measure) {
    return new Sample(rounds.stream().map(measure::applyAsDouble).toList()).median();
  }

  /** The median over the rounds of what a process measured. */
  double medianOf(ToDoubleFunction<CellMeasures> measure) {
    return median(round -> measure.applyAsDouble(round.measures()));
  }
}
