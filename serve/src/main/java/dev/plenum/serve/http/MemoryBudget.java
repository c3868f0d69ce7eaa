package dev.plenum.serve.http;

import java.util.concurrent.atomic.AtomicLong;

/** How much memory all requests together may take. */
final class MemoryBudget {
  private final long bytes;
  private final AtomicLong taken = new AtomicLong();

  MemoryBudget(long bytes) {
    this.bytes = bytes;
  }

  /** Takes some, if there is enough. */
  boolean take(long some) {
    if (taken.addAndGet(some) <= bytes) {
      return true;
    }
    taken.addAndGet(-some);
    return false;
  }

  /** Gives some back. */
  void give(long some) {
    taken.addAndGet(-some);
  }

  long taken() {
    return taken.get();
  }
}
