package dev.plenum.app.compare;

import dev.plenum.api.Backend;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.train.Recipes;
import dev.plenum.experiment.comparison.Cell;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a cell is told: what the comparison was told, but for its own backend, network and seed.
 *
 * @param settings of the comparison
 */
record CellSettings(Settings settings) {
  /** What every cell has of its own. */
  private static final Set<Key> OWN = EnumSet.of(Key.BACKEND, Key.NETWORK, Key.SEED, Key.KERNELS);

  /**
   * The settings of a cell.
   *
   * @param network the cell's network as it is named in the settings
   */
  Map<Key, String> of(Cell cell, Backend backend, String network) {
    Map<Key, String> told = new EnumMap<>(Key.class);
    settings.values().forEach((key, value) -> {
      if (Recipes.KEYS.contains(key) && !OWN.contains(key)) {
        told.put(key, value.text());
      }
    });
    told.put(Key.BACKEND, cell.backend());
    told.put(Key.NETWORK, network);
    told.put(Key.SEED, String.valueOf(cell.seed()));
    settings
        .kernels()
        .filter(kernels -> knowsKernels(backend, kernels))
        .ifPresent(kernels -> told.put(Key.KERNELS, kernels));
    told.put(Key.EPOCHS, String.valueOf(cell.epochs()));
    return told;
  }

  /** Not every backend has a choice of kernels. */
  static boolean knowsKernels(Backend backend, String kernels) {
    try {
      backend.withSettings(Map.of(Key.KERNELS.key(), kernels));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
