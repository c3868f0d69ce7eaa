package dev.plenum.predictor;

import dev.plenum.predictor.Statistics.Latency;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How long the last answers took, in a ring that the newest overwrite. */
final class Latencies {
  private static final int WINDOW = 4096;
  private static final double NANOS_PER_MILLI = 1e6;

  private final AtomicLongArray nanos = new AtomicLongArray(WINDOW);
  private final AtomicLong count = new AtomicLong();

  void add(long nanosTaken) {
    nanos.set((int) (count.getAndIncrement() % WINDOW), nanosTaken);
  }

  Latency read() {
    long[] sorted = new long[(int) Math.min(WINDOW, count.get())];
    Arrays.setAll(sorted, nanos::get);
    Arrays.sort(sorted);
    return new Latency(
        sorted.length,
        percentile(sorted, 50),
        percentile(sorted, 90),
        percentile(sorted, 99),
        percentile(sorted, 100));
  }

  /** The nearest rank. */
  private static double percentile(long[] sorted, int percent) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (sorted.length * percent + 99) / 100;
    return sorted[Math.max(1, rank) - 1] / NANOS_PER_MILLI;
  }
}
