package dev.plenum.benchmarks.training;

import com.typesafe.config.ConfigFactory;
import dev.plenum.persistence.JsonObject;

/**
 * One training of a cell.
 *
 * @param peakGigaflops what as many threads could do at most, measured just before
 * @param measures what was measured
 * @param json all that its process reported
 */
record TrainingRound(double peakGigaflops, CellMeasures measures, JsonObject json) {

  static TrainingRound of(double peakGigaflops, JsonObject json) {
    return new TrainingRound(
        peakGigaflops, CellMeasures.read(ConfigFactory.parseString(json.toLine())), json);
  }

  /** In a steady plain epoch, counted densely. */
  double gigaflops(TrainingCell cell) {
    return 2e-9 * cell.multiplyAdds() * measures.imagesPerSecond();
  }

  /** Of the peak; may be more than 1. */
  double fractionOfPeak(TrainingCell cell) {
    return gigaflops(cell) / peakGigaflops;
  }
}
