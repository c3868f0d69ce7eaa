package dev.plenum.experiment.progress;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes a training's {@link ProgressFolder}, once a second, and looks there whether the training is to
 * end. A training goes on where its progress cannot be written; that is logged as a warning.
 */
public final class ProgressWriter implements Callback, AutoCloseable {
  private static final Logger LOG = System.getLogger(ProgressWriter.class.getName());
  private static final long WRITE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final ProgressFolder folder;
  private final Runnable stop;
  private final StringBuilder pending = new StringBuilder();
  private @Nullable Pace pace;
  private long writtenAt;
  private long lookedAt;
  private boolean isBroken;

  /**
   * A writer.
   *
   * @param folder where it writes; is made when the training begins
   * @param stop ends the training early, with a checkpoint
   */
  public ProgressWriter(ProgressFolder folder, Runnable stop) {
    this.folder = folder;
    this.stop = stop;
  }

  private interface Writing {
    void run() throws IOException;
  }

  @Override
  public boolean onlyWatches() {
    return true;
  }

  @Override
  public void onTrainBegin(Training training) {
    Pace begun = new Pace(training);
    pace = begun;
    StringBuilder lines = new StringBuilder(EpochLines.header(training.metricNames()));
    training
        .position()
        .history()
        .epochs()
        .forEach(epoch -> lines.append(EpochLines.of(epoch, training.metricNames())));
    write(() -> {
      folder.begin(lines.toString());
      folder.write(begun.standing(true));
    });
    writtenAt = System.nanoTime();
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, BatchResult result) {
    if (pace != null) {
      pace.step();
    }
    long now = System.nanoTime();
    if (now - lookedAt >= LOOK_NANOS) {
      lookedAt = now;
      if (folder.isStopRequested()) {
        stop.run();
      }
    }
    writeOnceASecond(now);
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    if (pace != null) {
      pace.epoch(epoch);
    }
    pending.append(EpochLines.of(epoch, training.metricNames()));
    writeOnceASecond(System.nanoTime());
  }

  private void writeOnceASecond(long now) {
    if (now - writtenAt >= WRITE_NANOS) {
      writtenAt = now;
      writeAll(true);
    }
  }

  private void writeAll(boolean isRunning) {
    Pace current = pace;
    if (current != null) {
      write(() -> {
        Files.writeString(folder.epochs(), pending, StandardOpenOption.APPEND);
        pending.setLength(0);
        folder.write(current.standing(isRunning));
      });
    }
  }

  private void write(Writing writing) {
    if (isBroken) {
      return;
    }
    try {
      writing.run();
    } catch (IOException e) {
      isBroken = true;
      LOG.log(
          Level.WARNING, "the progress of the training is no longer written: {0}", e.toString());
    }
  }

  /** The training is finished, and its folder gone; or it has ended early, which the folder tells then. */
  @Override
  public void close() {
    if (folder.exists()) {
      writeAll(false);
    }
  }
}
