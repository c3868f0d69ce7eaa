package dev.plenum.serve.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.experiment.progress.Standing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunStateTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Duration LONG = Duration.ofHours(1);

  private static RunState state(boolean isRunning, Duration ago, long process) {
    Standing standing =
        new Standing(isRunning, 1, 10, 2, 20, 1000, 0.5, 0.75, 100, 60, process, NOW.minus(ago));
    return RunState.of(standing, NOW);
  }

  /** The number of a process that has ended. */
  private static long endedProcess() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("java", "-version").start();
    process.waitFor();
    return process.pid();
  }

  @Test
  void itRunsIfItSaidSoLatelyOrItsProcessIsAlive() throws IOException, InterruptedException {
    long alive = ProcessHandle.current().pid();
    long ended = endedProcess();
    assertEquals(RunState.RUNNING, state(true, Duration.ofSeconds(10), ended));
    assertEquals(RunState.RUNNING, state(true, LONG, alive)); // a long validation
    assertEquals(RunState.STOPPED, state(true, LONG, ended)); // killed
    assertEquals(RunState.STOPPED, state(false, Duration.ZERO, alive)); // it said so
  }
}
