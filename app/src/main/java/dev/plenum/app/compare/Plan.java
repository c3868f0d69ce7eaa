package dev.plenum.app.compare;

import dev.plenum.app.compare.cell.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is trained, and in which order.
 *
 * @param backends the names of those that can be used, at least one, in the order of the report
 * @param networks their names, at least one, in the order of the report
 * @param firstSeed the others follow it
 * @param seeds how many
 */
public record Plan(List<String> backends, List<String> networks, long firstSeed, int seeds) {

  /** Copies the lists. */
  public Plan {
    backends = List.copyOf(backends);
    networks = List.copyOf(networks);
  }

  /**
   * All cells. Backends take turns, and another one begins with every seed, so that a machine that
   * becomes warmer or busier slows down all of them alike. Last come the repeats.
   */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < seeds; i++) {
      addRound(cells, firstSeed + i, i, false);
    }
    addRound(cells, firstSeed, seeds, true);
    return cells;
  }

  private void addRound(List<Cell> cells, long seed, int round, boolean isRepeat) {
    List<String> turns = new ArrayList<>(backends);
    Collections.rotate(turns, -(round % turns.size()));
    for (String network : networks) {
      turns.forEach(backend -> cells.add(new Cell(backend, network, seed, isRepeat)));
    }
  }
}
