package dev.plenum.datasets.internal.image;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Works on many items on all cores, and hands over the results in the order of the items. */
final class InOrder {
  /** How many items of each core are under way, so that none waits while others are handed over. */
  private static final int AHEAD = 4;

  private InOrder() {}

  /** Gets the results, one after another. */
  @FunctionalInterface
  interface Taker<R> {
    void take(R result) throws IOException;
  }

  /**
   * Does the work, and waits for its end.
   *
   * @param work on one item, by any thread
   * @param taker is called by this thread
   * @throws InterruptedIOException if this thread is interrupted
   */
  static <T, R> void forEach(Iterator<T> items, Function<T, R> work, Taker<R> taker)
      throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(cores, InOrder::daemon);
    try {
      Queue<Future<R>> underWay = new ArrayDeque<>();
      while (items.hasNext()) {
        T item = items.next();
        if (underWay.size() == AHEAD * cores) {
          taker.take(result(underWay.remove()));
        }
        underWay.add(workers.submit(() -> work.apply(item)));
      }
      while (!underWay.isEmpty()) {
        taker.take(result(underWay.remove()));
      }
    } finally {
      end(workers);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "plenum-pictures");
    thread.setDaemon(true);
    return thread;
  }

  private static <R> R result(Future<R> future) throws InterruptedIOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("reading the pictures was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RuntimeException exception) {
        throw exception;
      }
      throw new IllegalStateException(e); // the work throws nothing else
    }
  }

  /** Nobody reads on when the files are closed. */
  private static void end(ExecutorService workers) {
    workers.shutdownNow();
    try {
      workers.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
