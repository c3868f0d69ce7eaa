package dev.plenum.backend.purejava.internal.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerPoolTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyUnitOfEveryPhaseIsDoneOnceBeforeTheNextPhaseBegins(int threads) {
    try (WorkerPool pool = new WorkerPool(threads)) {
      int[] done = new int[50];
      for (int phase = 1; phase <= 2_000; phase++) {
        int units = phase % 50;
        int expected = phase;
        pool.run(units, (unit, worker) -> done[unit] = expected);
        for (int unit = 0; unit < units; unit++) {
          assertEquals(phase, done[unit]);
        }
      }
    }
  }

  @Test
  void unitsAreCountedExactlyUnderContention() {
    try (WorkerPool pool = new WorkerPool(4)) {
      AtomicIntegerArray counts = new AtomicIntegerArray(10_000);
      for (int i = 0; i < 20; i++) {
        pool.run(counts.length(), (unit, worker) -> counts.incrementAndGet(unit));
      }
      for (int unit = 0; unit < counts.length(); unit++) {
        assertEquals(20, counts.get(unit));
      }
    }
  }

  @Test
  void workersHaveNumbersOfTheirOwn() {
    try (WorkerPool pool = new WorkerPool(3)) {
      Set<String> seen = ConcurrentHashMap.newKeySet();
      for (int i = 0; i < 100; i++) {
        pool.run(
            30, (unit, worker) -> seen.add(worker + " " + Thread.currentThread().getName()));
      }
      assertTrue(seen.size() <= 3, seen::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aFailureReachesTheCallerAsItIsAndLeavesThePoolUsable(int threads) {
    try (WorkerPool pool = new WorkerPool(threads)) {
      ArithmeticException exception = new ArithmeticException("unit 3");
      Phase throwing = (unit, worker) -> {
        if (unit == 3) {
          throw exception;
        }
      };
      assertSame(exception, assertThrows(ArithmeticException.class, () -> pool.run(10, throwing)));
      StackOverflowError error = new StackOverflowError("unit 3");
      Phase failing = (unit, worker) -> {
        if (unit == 3) {
          throw error;
        }
      };
      assertSame(error, assertThrows(StackOverflowError.class, () -> pool.run(10, failing)));
      AtomicIntegerArray counts = new AtomicIntegerArray(10);
      pool.run(10, (unit, worker) -> counts.incrementAndGet(unit));
      assertEquals(1, counts.get(9));
    }
  }

  @Test
  void closingEndsTheThreads() throws InterruptedException {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (WorkerPool pool = new WorkerPool(3)) {
      while (threads.size() < 3) {
        pool.run(100, (unit, worker) -> threads.add(Thread.currentThread()));
      }
    }
    threads.remove(Thread.currentThread());
    for (Thread thread : threads) {
      thread.join(5_000);
      assertFalse(thread.isAlive(), thread.getName());
    }
  }
}
