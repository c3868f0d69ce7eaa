package dev.plenum.serve.watch;

import dev.plenum.experiment.progress.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What has become of a training. */
enum RunState {
  /** Its process is at work. */
  RUNNING,
  /** It was stopped, or its process has ended otherwise; it may be resumed. */
  STOPPED,
  /** Its results are there. */
  FINISHED,
  /** Its files cannot be read. */
  DAMAGED;

  /** One that said something lately runs, whatever machine it runs on. */
  private static final Duration LATELY = Duration.ofSeconds(15);

  /** That of a training that is not finished. */
  static RunState of(Standing standing, Instant now) {
    boolean saidSo = Duration.between(standing.updated(), now).compareTo(LATELY) < 0;
    return standing.isRunning() && (saidSo || isAlive(standing.process())) ? RUNNING : STOPPED;
  }

  /** A long validation, or one long step, says nothing for a while. */
  private static boolean isAlive(long process) {
    return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
