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
import java.util.function.ToLongFunction;

/** Works on many items on all cores, and hands over the results in the order of the items. */
final class InOrder {
  /** How many items of each core are under way, so that none waits while others are handed over. */
  private static final int AHEAD = 4;

  private InOrder() {}

  private record UnderWay<R>(Future<R> result, long bytes) {}

  /** Gets the results, one after another. */
  @FunctionalInterface
  interface Taker<R> {
    void take(R result) throws IOException;
  }

  /**
   * Does the work, and waits for its end.
   *
   * @param bytes what an item takes from its beginning until its result is handed over
   * @param most what those that are under way may take together; one may take more, alone
   * @param work on one item, by any thread
   * @param taker is called by this thread
   * @throws InterruptedIOException if this thread is interrupted
   */
  static <T, R> void forEach(
      Iterator<T> items, ToLongFunction<T> bytes, long most, Function<T, R> work, Taker<R> taker)
      throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(cores, InOrder::daemon);
    try {
      Queue<UnderWay<R>> underWay = new ArrayDeque<>();
      long taken = 0;
      while (items.hasNext()) {
        T item = items.next();
        long more = bytes.applyAsLong(item);
        while (!underWay.isEmpty() && (underWay.size() == AHEAD * cores || taken + more > most)) {
          taken -= underWay.element().bytes();
          taker.take(result(underWay.remove().result()));
        }
        taken += more;
        underWay.add(new UnderWay<>(workers.submit(() -> work.apply(item)), more));
      }
      while (!underWay.isEmpty()) {
        taker.take(result(underWay.remove().result()));
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
