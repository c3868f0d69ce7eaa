package dev.plenum.predictor;

import java.util.concurrent.atomic.LongAdder;

/** Counts what happens; any thread may. */
final class Counters {
  private final LongAdder requests = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder batches = new LongAdder();
  private final LongAdder replacements = new LongAdder();
  private final Latencies latencies = new Latencies();

  void requested() {
    requests.increment();
  }

  void answered(long startNanos) {
    answered.increment();
    latencies.add(System.nanoTime() - startNanos);
  }

  void refused() {
    refused.increment();
  }

  void rejected() {
    rejected.increment();
  }

  void failed() {
    failed.increment();
  }

  void batched() {
    batches.increment();
  }

  void replaced() {
    replacements.increment();
  }

  Statistics read(int waiting) {
    return new Statistics(
        requests.sum(),
        answered.sum(),
        refused.sum(),
        rejected.sum(),
        failed.sum(),
        waiting,
        batches.sum(),
        replacements.sum(),
        latencies.read());
  }
}
