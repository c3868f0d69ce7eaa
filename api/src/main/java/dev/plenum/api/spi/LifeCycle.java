package dev.plenum.api.spi;

import java.util.function.Supplier;

/**
 * The life of a classifier, as {@link dev.plenum.api.Classifier} promises it: one thread after another
 * uses it, until it is closed for ever.
 */
public final class LifeCycle {
  private final String owner;
  private final Turns turns;
  private volatile boolean closed;

  /**
   * An open one.
   *
   * @param owner what lives, for messages: {@code the model}
   */
  public LifeCycle(String owner) {
    this.owner = owner;
    turns = new Turns(owner);
  }

  /**
   * Waits for the threads that came before and does the work; the work may take a turn again.
   *
   * @param <T> what kind of value the work gives
   * @param work is done by this thread, while no other one has its turn
   * @return what the work gives
   * @throws IllegalStateException if it is closed by then, or the thread is interrupted while it waits
   */
  public <T> T inTurn(Supplier<T> work) {
    return turns.take(() -> {
      requireOpen();
      return work.get();
    });
  }

  /** {@return whether it is closed} */
  public boolean isClosed() {
    return closed;
  }

  /**
   * Throws if it is closed; waits for nobody.
   *
   * @throws IllegalStateException if so
   */
  public void requireOpen() {
    if (closed) {
      throw new IllegalStateException(owner + " is closed");
    }
  }

  /**
   * Waits for the threads that came before, and closes; only the first call does something.
   *
   * @param release frees what the owner holds; run by that first call only
   */
  public void close(Runnable release) {
    turns.takeInAnyCase(() -> {
      if (!closed) {
        closed = true;
        release.run();
      }
    });
  }
}
