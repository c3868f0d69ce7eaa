package dev.plenum.spark.internal;

import dev.plenum.experiment.RunRefusedException;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;

/** The executors of an application. */
final class Executors {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long PAUSE_MILLIS = 100;

  private Executors() {}

  /**
   * Waits until there is one; Spark itself would wait for ever.
   *
   * @throws RunRefusedException if there is none within a minute
   * @throws IOException if this thread is interrupted
   */
  static void await(JavaSparkContext context) throws IOException {
    long begin = System.nanoTime();
    while (!isThere(context)) {
      if (System.nanoTime() - begin > PATIENCE_NANOS) {
        throw new RunRefusedException(String.format(
            Locale.ROOT,
            "the Spark master %s gave no executor within %d seconds. Look at its page or its workers' logs: it needs a worker with %s free cores and %s of free memory, and executors must reach this machine",
            context.master(),
            TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NANOS),
            context.getConf().get("spark.task.cpus", "1"),
            context.getConf().get("spark.executor.memory", "1g")));
      }
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while executors were waited for", e);
      }
    }
  }

  /** The driver is listed too. */
  private static boolean isThere(JavaSparkContext context) {
    return context.isLocal() || context.statusTracker().getExecutorInfos().length > 1;
  }
}
