package dev.plenum.experiment.run;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Threads that wait for trainings elsewhere, any number at the same time. */
public final class SideBySide implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool(SideBySide::daemon);

  /** No thread yet. */
  public SideBySide() {}

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "plenum-side-by-side");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Begins something.
   *
   * @param <T> what comes out of it
   * @param work is done by a thread of its own
   * @return what can be waited for
   */
  public <T> Future<T> begin(Callable<T> work) {
    return threads.submit(work);
  }

  /**
   * Waits for its end.
   *
   * @param <T> what comes out of it
   * @param begun what {@link #begin} has begun
   * @return what came out
   * @throws IOException what it threw, as unchecked exceptions and errors; or if this thread is
   *     interrupted
   */
  public static <T> T await(Future<T> begun) throws IOException {
    try {
      return begun.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while trainings were waited for", e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static IOException rethrown(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }

  /** Whoever still waits is interrupted. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
