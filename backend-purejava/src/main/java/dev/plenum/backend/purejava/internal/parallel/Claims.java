package dev.plenum.backend.purejava.internal.parallel;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Which units of a phase are taken. The units are cut into one share for each thread; a share's next
 * unit is counted in one number together with the phase's own number, so that a thread that wakes up
 * late can take nothing of a phase that is over.
 */
final class Claims {
  /** There is nothing left to take. */
  static final long NONE = -1;

  /** From one share's number to the next: two cache lines, so that threads do not slow each other. */
  private static final int STRIDE = 16;

  private static final int CLOSED = Integer.MAX_VALUE;

  private final int shares;
  /** Phase number in the upper half, next unit in the lower. */
  private final AtomicLongArray next;

  private volatile int units;
  private long phase;

  Claims(int shares) {
    this.shares = shares;
    next = new AtomicLongArray((shares + 1) * STRIDE);
  }

  /** Ends a phase: from here on, nothing can be taken. */
  void close() {
    phase++;
    for (int share = 0; share < shares; share++) {
      next.set(index(share), numbered(CLOSED));
    }
  }

  /** Begins a phase with that many units. */
  void open(int units) {
    this.units = units;
    for (int share = 0; share < shares; share++) {
      next.set(index(share), numbered(start(share)));
    }
  }

  /** The number of units of the phase. */
  int units() {
    return units;
  }

  /** What must be given to {@link #take} for a share's next unit, or {@link #NONE}. */
  long next(int share) {
    long claim = next.get(index(share));
    return unit(claim) < start(share + 1) ? claim : NONE;
  }

  /** The unit that a claim is for. */
  static int unit(long claim) {
    return (int) claim;
  }

  /** Takes the unit, or says that another thread was faster. */
  boolean take(int share, long claim) {
    return next.compareAndSet(index(share), claim, claim + 1);
  }

  /** Whether anything is left to take. */
  boolean remain() {
    for (int share = 0; share < shares; share++) {
      if (next(share) != NONE) {
        return true;
      }
    }
    return false;
  }

  private int start(int share) {
    return (int) ((long) share * units / shares);
  }

  private long numbered(int unit) {
    return phase << Integer.SIZE | unit;
  }

  private static int index(int share) {
    return (share + 1) * STRIDE;
  }
}
