package dev.plenum.experiment.comparison;

import dev.plenum.api.network.Network;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.RunInputs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a comparison trains.
 *
 * @param plan the cells
 * @param recipes one for each network, by its name; seed and epochs are the plan's
 * @param data what all are trained on
 */
public record ComparedTrainings(Plan plan, Map<String, Recipe> recipes, TrainingData data) {
  /**
   * Copies the map.
   *
   * @param plan the cells
   * @param recipes one for each network, by its name; seed and epochs are the plan's
   * @param data what all are trained on
   * @throws IllegalArgumentException if a network has no recipe
   */
  public ComparedTrainings {
    recipes = Map.copyOf(recipes);
    for (String network : plan.networks()) {
      if (!recipes.containsKey(network)) {
        throw new IllegalArgumentException(
            "there is no recipe for the network '%s'; there are recipes for %s"
                .formatted(network, recipes.keySet()));
      }
    }
  }

  /** How a cell is trained. */
  Recipe recipe(Cell cell) {
    return recipe(cell.network()).seed(cell.seed()).epochs(cell.epochs());
  }

  private Recipe recipe(String network) {
    return Optional.ofNullable(recipes.get(network)).orElseThrow();
  }

  /**
   * Checks the networks.
   *
   * @throws dev.plenum.api.network.InvalidNetworkException if one does not fit the images
   */
  public void requireFit() {
    networks();
  }

  private Map<String, Network> networks() {
    Map<String, Network> networks = new LinkedHashMap<>();
    plan.networks().forEach(name -> networks.put(name, recipe(name).networkFor(data)));
    return networks;
  }

  /** {@return the images and networks that the comparison is started with} */
  public RunInputs inputs() {
    return RunInputs.of(data.whole(), networks());
  }
}
