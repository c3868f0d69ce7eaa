package dev.plenum.app.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A thread whose tasks have a limit of processor time, so that a busy machine makes no difference; and
 * a far larger one of time, for those that wait for something that never comes.
 */
final class Worker {
  private static final int MOST_SECONDS_WAITING = 300;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final ExecutorService executor = Executors.newSingleThreadExecutor(this::start);
  private volatile @Nullable Thread thread;

  private Thread start(Runnable tasks) {
    Thread started = new Thread(tasks, "fuzz");
    started.setDaemon(true);
    thread = started;
    return started;
  }

  /** What it runs. */
  interface Task {
    void run() throws IOException;
  }

  /** Runs a task to its end, or until it took too many seconds. */
  void run(Task task, int seconds)
      throws ExecutionException, InterruptedException, TimeoutException {
    double before = seconds();
    Future<?> result = executor.submit(() -> {
      task.run();
      return null;
    });
    for (int waited = 0; ; waited++) {
      try {
        result.get(1, TimeUnit.SECONDS);
        return;
      } catch (TimeoutException e) {
        if (seconds() - before > seconds || waited > MOST_SECONDS_WAITING) {
          throw e;
        }
      }
    }
  }

  /** The processor time that all tasks have taken so far. */
  double seconds() {
    Thread started = thread;
    return started == null ? 0 : threads.getThreadCpuTime(started.getId()) / 1e9;
  }
}
