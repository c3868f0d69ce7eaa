package dev.plenum.persistence;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingPosition;
import dev.plenum.api.tensor.NonFiniteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Saves checkpoints when they are due. The last callback of its training, so that it sees all others' states. */
final class CheckpointSaver implements Callback {
  private static final Logger LOG = System.getLogger(CheckpointSaver.class.getName());
  /** At the ends of epochs, saving takes at most one part in so many of the time. */
  private static final int SMALL_SHARE = 50;

  private final CheckpointFolder folder;
  private final long intervalNanos;
  private final boolean atEveryEpoch;
  private final BooleanSupplier stopRequested;
  private final LongSupplier nanoClock;
  private final Function<Training, Checkpoint> snapshot;
  private long savedAt;
  private long saveNanos;

  /**
   * A saver.
   *
   * @param intervalNanos how long after the last checkpoint the next is saved, also within an epoch
   * @param atEveryEpoch whether one is saved at the end of every epoch, however short that was
   * @param stopRequested whether the training is to save and end now
   * @param nanoClock the time in ns
   */
  CheckpointSaver(
      CheckpointFolder folder,
      long intervalNanos,
      boolean atEveryEpoch,
      BooleanSupplier stopRequested,
      LongSupplier nanoClock,
      Function<Training, Checkpoint> snapshot) {
    this.folder = folder;
    this.intervalNanos = intervalNanos;
    this.atEveryEpoch = atEveryEpoch;
    this.stopRequested = stopRequested;
    this.nanoClock = nanoClock;
    this.snapshot = snapshot;
  }

  @Override
  public boolean onlyWatches() {
    return true;
  }

  @Override
  public void onTrainBegin(Training training) {
    try {
      folder.requireWritable();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    savedAt = nanoClock.getAsLong();
    if (stopRequested.getAsBoolean()) {
      throw interruption(training);
    }
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, BatchResult result) {
    saveOnceEvery(intervalNanos, training);
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    saveOnceEvery(atEveryEpoch ? 0 : Math.min(intervalNanos, SMALL_SHARE * saveNanos), training);
  }

  private void saveOnceEvery(long nanos, Training training) {
    boolean stops = stopRequested.getAsBoolean();
    if (stops || nanoClock.getAsLong() - savedAt >= nanos) {
      save(training);
    }
    if (stops) {
      throw interruption(training);
    }
  }

  /** What cannot be saved now may be later: no reason to lose the training. */
  private void save(Training training) {
    long begin = nanoClock.getAsLong();
    try {
      folder.save(snapshot.apply(training));
    } catch (IOException | NonFiniteException e) {
      LOG.log(
          Level.WARNING,
          "a checkpoint could not be saved, and the training continues without it: {0}",
          e.getMessage());
    }
    savedAt = nanoClock.getAsLong();
    saveNanos = savedAt - begin;
    LOG.log(Level.DEBUG, "saving the checkpoint took {0} ms", saveNanos / 1_000_000);
  }

  private static TrainingInterruptedException interruption(Training training) {
    TrainingPosition position = training.position();
    return new TrainingInterruptedException(String.format(
        Locale.ROOT,
        "the training was interrupted in epoch %d of %d, after step %d of %d",
        Math.min(position.epoch() + 1, training.fit().epochs()),
        training.fit().epochs(),
        position.step(),
        training.steps()));
  }
}
