package dev.plenum.experiment.comparison;

import dev.plenum.experiment.run.SideBySide;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final SideBySide threads = new SideBySide();
  private final Map<Cell, Future<Optional<CellFailure>>> begun = new HashMap<>();

  /**
   * A queue.
   *
   * @param atOnce whether all cells begin now
   */
  CellQueue(Runner runner, List<Cell> cells, boolean atOnce) {
    this.runner = runner;
    if (atOnce) {
      cells.forEach(cell -> begun.put(cell, threads.begin(() -> runner.run(cell))));
    }
  }

  /** Runs a cell, or waits for it. */
  Optional<CellFailure> run(Cell cell) throws IOException {
    Future<Optional<CellFailure>> result = begun.get(cell);
    return result == null ? runner.run(cell) : SideBySide.await(result);
  }

  /** Whoever still waits for a cell is interrupted. */
  @Override
  public void close() {
    threads.close();
  }
}
