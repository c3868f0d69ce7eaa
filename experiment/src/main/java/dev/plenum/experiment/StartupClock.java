package dev.plenum.experiment;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.Training;
import java.lang.management.ManagementFactory;

/**
 * Measures how long it took from the start of the process to the end of the first step that it made; to
 * now, if it made none because an earlier process had made them all.
 */
public final class StartupClock implements Callback {
  private long firstStepMillis;

  /** One for a training that is about to begin. */
  public StartupClock() {
    firstStepMillis = 0;
  }

  @Override
  public boolean onlyWatches() {
    return true;
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, BatchResult result) {
    if (firstStepMillis == 0) {
      firstStepMillis = System.currentTimeMillis();
    }
  }

  /** {@return the seconds from the start of the process to the end of that step, or to now} */
  public double seconds() {
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    long end = firstStepMillis == 0 ? System.currentTimeMillis() : firstStepMillis;
    return (end - start) / 1000.0;
  }
}
