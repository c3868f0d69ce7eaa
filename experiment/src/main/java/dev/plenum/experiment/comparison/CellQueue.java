package dev.plenum.experiment.comparison;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs cells when they are asked for, or begins all at once. */
final class CellQueue implements AutoCloseable {

  /** Runs one. */
  @FunctionalInterface
  interface Runner {
    /** Says why there is no result; empty if there is one. */
    Optional<CellFailure> run(Cell cell) throws IOException;
  }

  private final Runner runner;
  private final ExecutorService threads = Executors.newCachedThreadPool(CellQueue::daemon);
  private final Map<Cell, Future<Optional<CellFailure>>> begun = new HashMap<>();

  /**
   * A queue.
   *
   * @param atOnce whether all cells begin now
   */
  CellQueue(Runner runner, List<Cell> cells, boolean atOnce) {
    this.runner = runner;
    if (atOnce) {
      cells.forEach(cell -> begun.put(cell, threads.submit(() -> runner.run(cell))));
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "plenum-cell");
    thread.setDaemon(true);
    return thread;
  }

  /** Runs a cell, or waits for it. */
  Optional<CellFailure> run(Cell cell) throws IOException {
    Future<Optional<CellFailure>> result = begun.get(cell);
    if (result == null) {
      return runner.run(cell);
    }
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while cells were trained", e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static IOException rethrown(Throwable cause) {
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }

  /** Whoever still waits for a cell is interrupted. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
