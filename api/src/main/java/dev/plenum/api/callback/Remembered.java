package dev.plenum.api.callback;

import java.util.function.Supplier;

/**
 * What a callback remembers during a training. Each training begins afresh, so that a callback can be
 * used again, but one that took back a state goes on from there: a callback calls {@link #restore} in
 * {@code setState} and {@link #begin} in {@code onTrainBegin}.
 *
 * @param <T> an immutable value
 */
public final class Remembered<T> {
  private final Supplier<T> fresh;
  private T content;
  private boolean restored;

  /**
   * Nothing but what there is at first.
   *
   * @param fresh makes what there is before the first epoch
   */
  public Remembered(Supplier<T> fresh) {
    this.fresh = fresh;
    this.content = fresh.get();
  }

  /** Forgets everything, unless something was restored since the last training began. */
  public void begin() {
    if (!restored) {
      content = fresh.get();
    }
    restored = false;
  }

  /**
   * Takes back what was remembered.
   *
   * @param content what the next training begins with
   */
  public void restore(T content) {
    this.content = content;
    restored = true;
  }

  /** {@return what is remembered now} */
  public T get() {
    return content;
  }

  /**
   * Remembers this instead.
   *
   * @param content what is remembered from now on
   */
  public void set(T content) {
    this.content = content;
  }
}
