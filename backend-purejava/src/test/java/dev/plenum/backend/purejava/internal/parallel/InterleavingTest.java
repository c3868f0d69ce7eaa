package dev.plenum.backend.purejava.internal.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;

/**
 * What two threads do in some hundred different orders of their steps, which Lincheck chooses. Waiting
 * threads park at once: an order in which one of them spins thousands of times shows nothing more.
 */
class InterleavingTest {
  private static final int ORDERS = 200;

  /** Enough to find a late thread that takes a unit of the next phase, were phases not numbered. */
  private static final int ORDERS_OF_A_LATE_THREAD = 400;

  @Test
  void everyUnitIsRunOnceAndItsWritesAreSeenByTheCallerPhaseAfterPhase() {
    Lincheck.runConcurrentTest(ORDERS, () -> {
      int[] sums = new int[2];
      try (WorkerPool pool = new WorkerPool(2, 0)) {
        pool.run(2, (unit, worker) -> sums[unit]++);
        assertArrayEquals(new int[] {1, 1}, sums);
        pool.run(2, (unit, worker) -> sums[unit] += 2);
        assertArrayEquals(new int[] {3, 3}, sums);
      }
    });
  }

  @Test
  void aFailureReachesTheCallerAfterAllUnitsWereRunAndThePoolCanBeUsedAgain() {
    Lincheck.runConcurrentTest(ORDERS, () -> {
      int[] sums = new int[2];
      IllegalStateException failure = new IllegalStateException("unit 1");
      Phase failing = (unit, worker) -> {
        sums[unit]++;
        if (unit == 1) {
          throw failure;
        }
      };
      try (WorkerPool pool = new WorkerPool(2, 0)) {
        assertSame(failure, assertThrows(IllegalStateException.class, () -> pool.run(2, failing)));
        assertArrayEquals(new int[] {1, 1}, sums);
        pool.run(2, (unit, worker) -> sums[unit] += 2);
        assertArrayEquals(new int[] {3, 3}, sums);
      }
    });
  }

  /** The thread that is late may have looked for work in a phase that is over by the time it takes some. */
  @Test
  void aThreadThatIsLateTakesNothingOfAnotherPhaseAndNothingTwice() {
    Lincheck.runConcurrentTest(ORDERS_OF_A_LATE_THREAD, () -> {
      LateThread late = new LateThread();
      late.start();
      late.doPhase(0);
      late.doPhase(1);
      join(late);
      late.assertNothingWasDoneTwice();
    });
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Takes one unit at most, while its creator does two phases of two units. */
  private static final class LateThread extends Thread {
    private static final int UNITS = 2;

    private final Claims claims = new Claims(1);
    private final AtomicIntegerArray done = new AtomicIntegerArray(2 * UNITS);
    private volatile int phase;

    @Override
    public void run() {
      takeOne();
    }

    void doPhase(int number) {
      claims.close();
      phase = number;
      claims.open(UNITS);
      boolean remain = true;
      while (remain) {
        remain = takeOne();
      }
    }

    /** Returns whether there was something to take, though the other thread may have been faster. */
    private boolean takeOne() {
      long claim = claims.next(0);
      int current = phase;
      if (claim == Claims.NONE) {
        return false;
      }
      if (claims.take(0, claim)) {
        done.incrementAndGet(current * UNITS + Claims.unit(claim));
      }
      return true;
    }

    /** All units of both phases were taken, since the creator went on until none was left. */
    void assertNothingWasDoneTwice() {
      for (int i = 0; i < done.length(); i++) {
        assertEquals(1, done.get(i), "unit " + i % UNITS + " of phase " + i / UNITS);
      }
    }
  }
}
