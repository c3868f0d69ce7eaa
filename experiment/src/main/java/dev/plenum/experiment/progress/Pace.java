package dev.plenum.experiment.progress;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingPosition;
import java.time.Instant;

/** How fast a training is in this process, and where it stands. */
final class Pace {
  private final Training training;
  private long begunAt;
  private double begunWith = Double.NaN;
  private long images;
  private double imagesPerSecond = Double.NaN;

  Pace(Training training) {
    this.training = training;
    images = (long) training.stepsPerEpoch() * training.fit().batchSize(); // or a few less
  }

  void step() {
    TrainingPosition position = training.position();
    if (Double.isNaN(begunWith)) {
      begunWith = epochsDone(position);
      begunAt = System.nanoTime();
    }
    if (position.step() == training.steps()) {
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
        training.steps(),
        images,
        hasBegun ? position.lossSum() / position.samples() : Double.NaN,
        hasBegun ? (double) position.correct() / position.samples() : Double.NaN,
        imagesPerSecond,
        secondsLeft(position),
        ProcessHandle.current().pid(),
        Instant.now());
  }

  /** With the part of the present one that is done, however many images it shows. */
  private double epochsDone(TrainingPosition position) {
    return position.epoch() + (double) position.step() / training.steps();
  }

  private double secondsLeft(TrainingPosition position) {
    double done = epochsDone(position);
    double perEpoch = (System.nanoTime() - begunAt) * 1e-9 / (done - begunWith);
    return done > begunWith ? perEpoch * (training.fit().epochs() - done) : Double.NaN;
  }
}
