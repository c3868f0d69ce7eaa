package dev.plenum.backend.dl4j.internal.nn;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The thread that does all the work of one model. Deeplearning4j's workspaces, in which its networks keep
 * activations, belong to threads and not to networks: with a thread of its own a model takes what it
 * needs once, whoever calls, and gives it back when it is closed.
 */
final class EngineThread implements AutoCloseable {
  private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
    Thread thread = new Thread(work, "plenum-dl4j-nn");
    thread.setDaemon(true);
    return thread;
  });

  /** Does the work there and waits for it, also if this thread is interrupted meanwhile. */
  <T> T compute(Supplier<T> work) {
    Future<T> result = executor.submit(work::get);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw unchecked(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What the work threw. */
  private static RuntimeException unchecked(ExecutionException failure) {
    if (failure.getCause() instanceof Error error) {
      throw error;
    }
    return failure.getCause() instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(failure);
  }

  /** Does the work there and waits for it. */
  void run(Runnable work) {
    compute(() -> {
      work.run();
      return true;
    });
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
