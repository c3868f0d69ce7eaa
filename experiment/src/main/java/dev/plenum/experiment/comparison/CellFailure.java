package dev.plenum.experiment.comparison;

import java.util.List;

/**
 * Why a cell has no result.
 *
 * @param cell the cell
 * @param reason in words, without a full stop
 * @param lastLines what its process printed last; empty if it was not started
 */
public record CellFailure(Cell cell, String reason, List<String> lastLines) {

  /**
   * Copies the list.
   *
   * @param cell that which has no result
   * @param reason in words, without a full stop
   * @param lastLines what its process printed last; empty if it was not started
   */
  public CellFailure {
    lastLines = List.copyOf(lastLines);
  }
}
