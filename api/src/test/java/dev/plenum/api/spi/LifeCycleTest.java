package dev.plenum.api.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LifeCycleTest {
  private final LifeCycle lifeCycle = new LifeCycle("the model");
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch release = new CountDownLatch(1);

  @Test
  void threadsTakeTheirTurnsInTheOrderInWhichTheyCame() throws Exception {
    List<Thread> threads = new ArrayList<>(List.of(holder()));
    for (String name : List.of("b", "c", "d")) {
      threads.add(waiting(() -> use(name)));
    }
    release.countDown();
    join(threads);
    assertEquals(List.of("a", "b", "c", "d"), events);
  }

  @Test
  void aThreadWhoseTurnItIsMayTakeItAgain() {
    assertEquals("inner", lifeCycle.inTurn(() -> lifeCycle.inTurn(() -> "inner")));
  }

  @Test
  void aFailureEndsTheTurn() throws Exception {
    assertThrows(
        ArithmeticException.class,
        () -> lifeCycle.inTurn(() -> {
          throw new ArithmeticException();
        }));
    FutureTask<String> other = new FutureTask<>(() -> lifeCycle.inTurn(() -> "free"));
    new Thread(other).start();
    assertEquals("free", other.get(10, TimeUnit.SECONDS));
  }

  @Test
  void closingWaitsForWhoCameBeforeAndRefusesWhoComesAfter() throws Exception {
    List<Thread> threads = new ArrayList<>(List.of(holder()));
    threads.add(waiting(() -> use("before")));
    threads.add(waiting(() -> lifeCycle.close(() -> events.add("released"))));
    threads.add(waiting(() -> {
      IllegalStateException refused = assertThrows(IllegalStateException.class, () -> use("after"));
      events.add(refused.getMessage());
    }));
    assertFalse(lifeCycle.isClosed());
    release.countDown();
    join(threads);
    assertEquals(List.of("a", "before", "released", "the model is closed"), events);
  }

  @Test
  void anInterruptEndsTheWaitingWithAMessage() throws Exception {
    Thread holder = holder();
    FutureTask<String> interrupted = new FutureTask<>(() -> {
      String message =
          assertThrows(IllegalStateException.class, () -> use("never")).getMessage();
      return message + Thread.currentThread().isInterrupted();
    });
    waiting(interrupted).interrupt();
    assertEquals(
        "this thread was interrupted while it waited for another one that uses the modeltrue",
        interrupted.get(10, TimeUnit.SECONDS));
    release.countDown();
    join(List.of(holder));
    assertEquals(List.of("a"), events);
  }

  @Test
  void anInterruptedThreadThatNeedNotWaitIsServed() {
    Thread.currentThread().interrupt();
    assertEquals("served", lifeCycle.inTurn(() -> "served"));
    assertTrue(Thread.interrupted());
  }

  @Test
  void closingWaitsAlsoOnAnInterruptedThread() throws Exception {
    Thread holder = holder();
    Thread closer = waiting(() -> lifeCycle.close(() -> events.add("released")));
    closer.interrupt();
    release.countDown();
    join(List.of(holder, closer));
    assertEquals(List.of("a", "released"), events);
  }

  private void use(String name) {
    lifeCycle.inTurn(() -> events.add(name));
  }

  /** A thread whose turn it is until {@link #release}. */
  private Thread holder() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Thread thread = new Thread(() -> lifeCycle.inTurn(() -> {
      begun.countDown();
      awaitRelease();
      return events.add("a");
    }));
    thread.start();
    begun.await();
    return thread;
  }

  private void awaitRelease() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A thread that waits, when this returns. */
  private static Thread waiting(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
