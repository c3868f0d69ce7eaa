package dev.plenum.experiment.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is trained, and in which order.
 *
 * @param backends the names of those that can be used, at least one, in the order of the report
 * @param missing why the others that were asked for cannot be used, by name
 * @param networks their names, at least one, in the order of the report
 * @param epochs how many each is trained for
 * @param firstSeed the others follow it
 * @param seeds how many
 */
public record Plan(
    List<String> backends,
    Map<String, String> missing,
    List<String> networks,
    int epochs,
    long firstSeed,
    int seeds) {

  /**
   * Copies the collections.
   *
   * @param backends the names of those that can be used, at least one, in the order of the report
   * @param missing why the others that were asked for cannot be used, by name
   * @param networks their names, at least one, in the order of the report
   * @param epochs how many each is trained for
   * @param firstSeed the others follow it
   * @param seeds how many
   */
  public Plan {
    backends = List.copyOf(backends);
    missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
    networks = List.copyOf(networks);
  }

  /**
   * {@return these networks on these backends for so many epochs, each from the seeds 1, 2 and 3}
   *
   * @param backends their names, at least one, in the order of the report
   * @param networks their names, at least one, in the order of the report
   * @param epochs how many each is trained for
   */
  public static Plan of(List<String> backends, List<String> networks, int epochs) {
    return new Plan(backends, Map.of(), networks, epochs, 1, 3);
  }

  /**
   * {@return the same with so many seeds}
   *
   * @param count how many
   */
  public Plan seeds(int count) {
    return new Plan(backends, missing, networks, epochs, firstSeed, count);
  }

  /**
   * {@return all cells} Backends take turns, and another one begins with every seed, so that a machine that
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
      turns.forEach(backend -> cells.add(new Cell(backend, network, seed, epochs, isRepeat)));
    }
  }
}
