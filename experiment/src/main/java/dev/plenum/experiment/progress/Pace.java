package dev.plenum.experiment.progress;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingPosition;
import java.time.Instant;

/** How fast a training is in this process, and where it stands. */
final class Pace {
  private final Training training;
  private final long begunAt = System.nanoTime();
  private long steps;
  private long images;
  private double imagesPerSecond = Double.NaN;

  Pace(Training training) {
    this.training = training;
    images = (long) training.stepsPerEpoch() * training.fit().batchSize(); // or a few less
  }

  void step() {
    steps++;
    TrainingPosition position = training.position();
    if (position.step() == training.stepsPerEpoch()) {
      images = position.samples();
    }
    imagesPerSecond = position.samples() / position.seconds();
  }

  void epoch(EpochRecord epoch) {
    imagesPerSecond = images / epoch.seconds();
  }

  Standing standing(boolean isRunning) {
    TrainingPosition position = training.position();
    boolean hasBegun = position.samples() > 0;
    return new Standing(
        isRunning,
        position.epoch(),
        training.fit().epochs(),
        position.step(),
        training.stepsPerEpoch(),
        images,
        hasBegun ? position.lossSum() / position.samples() : Double.NaN,
        hasBegun ? (double) position.correct() / position.samples() : Double.NaN,
        imagesPerSecond,
        secondsLeft(position),
        ProcessHandle.current().pid(),
        Instant.now());
  }

  private double secondsLeft(TrainingPosition position) {
    long all = (long) training.fit().epochs() * training.stepsPerEpoch();
    long done = (long) position.epoch() * training.stepsPerEpoch() + position.step();
    double perStep = (System.nanoTime() - begunAt) * 1e-9 / steps;
    return steps == 0 ? Double.NaN : perStep * (all - done);
  }
}
