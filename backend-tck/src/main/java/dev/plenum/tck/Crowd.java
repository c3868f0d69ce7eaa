package dev.plenum.tck;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Threads that use a model at the same time. What goes wrong between threads goes wrong seldom, so
 * every situation is tried several times: the system property {@code plenum.tck.rounds} says how many.
 */
final class Crowd {
  static final int ROUNDS = Integer.getInteger("plenum.tck.rounds", 10);

  private static final long PATIENCE_SECONDS = 60L + ROUNDS;

  private Crowd() {}

  /** What one of the threads does. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** Does all of it at once, each on a thread of its own, and waits for all. */
  static void together(List<Work> works) throws Exception {
    CountDownLatch begun = new CountDownLatch(works.size());
    List<FutureTask<Void>> tasks =
        works.stream().map(work -> new FutureTask<>(after(begun, work))).toList();
    List<Thread> threads = tasks.stream().map(Crowd::start).toList();
    for (int i = 0; i < tasks.size(); i++) {
      await(tasks.get(i), threads.get(i));
    }
  }

  /** The same work on so many threads. */
  static void together(int threads, Work work) throws Exception {
    together(IntStream.range(0, threads).mapToObj(i -> work).toList());
  }

  /** Once in each round. */
  static void repeat(Runnable work) {
    for (int round = 0; round < ROUNDS; round++) {
      work.run();
    }
  }

  private static Callable<Void> after(CountDownLatch begun, Work work) {
    return () -> {
      begun.countDown();
      begun.await();
      work.run();
      return null;
    };
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "tck-crowd");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void await(FutureTask<Void> task, Thread thread) throws Exception {
    try {
      task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      fail("a thread still waits after " + PATIENCE_SECONDS + " s in "
          + Arrays.toString(thread.getStackTrace()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }
}
