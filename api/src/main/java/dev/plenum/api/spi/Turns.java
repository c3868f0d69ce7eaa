package dev.plenum.api.spi;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Threads that do something one after another, in the order in which they came. A thread whose turn it
 * is may take it again inside.
 */
final class Turns {
  private final String owner;
  private final ReentrantLock lock = new ReentrantLock(true);

  /** Turns at something, for the message: {@code the model}. */
  Turns(String owner) {
    this.owner = owner;
  }

  /**
   * Waits for its turn and does the work.
   *
   * @throws IllegalStateException if the thread is interrupted while it waits
   */
  <T> T take(Supplier<T> work) {
    waitForTurn();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** The same, but no interrupt ends the waiting. */
  void takeInAnyCase(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  private void waitForTurn() {
    boolean first = lock.isHeldByCurrentThread() || !lock.hasQueuedThreads();
    if (first && lock.tryLock()) {
      return; // also for an interrupted thread, which may have to save something
    }
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "this thread was interrupted while it waited for another one that uses " + owner, e);
    }
  }
}
