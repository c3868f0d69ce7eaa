package dev.plenum.app.compare;

import dev.plenum.api.Backend;
import dev.plenum.app.config.BackendSettings;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.train.Recipes;
import dev.plenum.experiment.comparison.Cell;
import dev.plenum.experiment.comparison.Contestants;
import java.util.LinkedHashMap;
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
  private static final Set<Key<?>> OWN =
      Set.of(Keys.BACKEND, Keys.NETWORK, Keys.SEED, Keys.KERNELS, Keys.BACKEND_SETTINGS);

  /**
   * The settings of a cell.
   *
   * @param network the cell's network as it is named in the settings
   */
  Map<Key<?>, String> of(Cell cell, Backend backend, String network) {
    Map<Key<?>, String> told = new LinkedHashMap<>();
    settings.values().forEach((key, value) -> {
      if (Recipes.KEYS.contains(key) && !OWN.contains(key)) {
        told.put(key, value.text());
      }
    });
    told.put(Keys.BACKEND, cell.backend());
    told.put(Keys.NETWORK, network);
    told.put(Keys.SEED, String.valueOf(cell.seed()));
    told.put(Keys.EPOCHS, String.valueOf(cell.epochs()));
    BackendSettings chosen = BackendSettings.of(settings);
    told.putAll(chosen.kernels().map(kernels -> kernels(backend, kernels)).orElse(Map.of()));
    String own = Contestants.taken(backend, chosen.own()).entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .collect(Collectors.joining(","));
    if (!own.isEmpty()) {
      told.put(Keys.BACKEND_SETTINGS, own);
    }
    return told;
  }

  private static Map<Key<?>, String> kernels(Backend backend, String chosen) {
    boolean isTaken =
        !Contestants.taken(backend, Map.of(Keys.KERNELS.key(), chosen)).isEmpty();
    return isTaken ? Map.of(Keys.KERNELS, chosen) : Map.of();
  }

  /**
   * Checks the settings of the backends. Not every backend has every setting, but one must.
   *
   * @throws dev.plenum.app.config.UsageException if one is refused by all, or the number of threads by
   *     any
   */
  void require(Contestants contestants) {
    BackendSettings chosen = BackendSettings.of(settings);
    chosen
        .threads()
        .map(String::valueOf)
        .ifPresent(threads -> settings.check(
            Keys.THREADS, () -> contestants.requireOfAll(Keys.THREADS.key(), threads)));
    chosen
        .kernels()
        .ifPresent(kernels -> settings.check(
            Keys.KERNELS, () -> contestants.requireOfOne(Keys.KERNELS.key(), kernels)));
    chosen
        .own()
        .forEach((name, value) ->
            settings.check(Keys.BACKEND_SETTINGS, () -> contestants.requireOfOne(name, value)));
  }
}
