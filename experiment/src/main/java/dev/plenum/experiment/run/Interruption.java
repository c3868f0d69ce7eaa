package dev.plenum.experiment.run;

import java.util.concurrent.TimeUnit;

/** Ends trainings early, each with a checkpoint, when the process is asked to end. */
final class Interruption {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private int trainings;
  private boolean requested;

  /** A training begins. */
  synchronized void begin() {
    trainings++;
  }

  /** A training has ended. */
  synchronized void end() {
    trainings--;
    notifyAll();
  }

  /** Whether trainings are to save and end now. */
  synchronized boolean isRequested() {
    return requested;
  }

  /** Asks all trainings to end. */
  synchronized void request() {
    requested = true;
  }

  /** Asks all trainings to end, and waits for them; one that takes very long is no longer waited for. */
  synchronized void endTrainings() throws InterruptedException {
    requested = true;
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    for (long left = PATIENCE_NANOS;
        trainings > 0 && left > 0;
        left = deadline - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }
}
