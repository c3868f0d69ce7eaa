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
import java.util.stream.Collectors;

/**
 * What a cell is told: what the comparison was told, but for its own backend, network and seed.
 *
 * @param settings of the comparison
 */
record CellSettings(Settings settings) {
  /** What every cell has of its own. */
  private static final Set<Key> OWN =
      EnumSet.of(Key.BACKEND, Key.NETWORK, Key.SEED, Key.KERNELS, Key.BACKEND_SETTINGS);

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
        .filter(kernels -> isKnown(backend, Key.KERNELS.key(), kernels))
        .ifPresent(kernels -> told.put(Key.KERNELS, kernels));
    String own = settings.ownBackendSettings().entrySet().stream()
        .filter(setting -> isKnown(backend, setting.getKey(), setting.getValue()))
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .collect(Collectors.joining(","));
    if (!own.isEmpty()) {
      told.put(Key.BACKEND_SETTINGS, own);
    }
    told.put(Key.EPOCHS, String.valueOf(cell.epochs()));
    return told;
  }

  /** Not every backend has every setting. */
  static boolean isKnown(Backend backend, String setting, String value) {
    try {
      backend.withSettings(Map.of(setting, value));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
