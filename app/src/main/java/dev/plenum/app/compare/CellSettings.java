package dev.plenum.app.compare;

import dev.plenum.api.Backend;
import dev.plenum.app.config.BackendSettings;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.train.Recipes;
import dev.plenum.experiment.comparison.Cell;
import dev.plenum.experiment.comparison.Contestants;
import java.util.LinkedHashMap;
import java.util.List;
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
    BackendSettings chosen = BackendSettings.of(settings);
    chosen
        .kernels()
        .filter(
            kernels -> Contestants.refusal(backend, Keys.KERNELS.key(), kernels).isEmpty())
        .ifPresent(kernels -> told.put(Keys.KERNELS, kernels));
    String own = chosen.own().entrySet().stream()
        .filter(setting ->
            Contestants.refusal(backend, setting.getKey(), setting.getValue()).isEmpty())
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .collect(Collectors.joining(","));
    if (!own.isEmpty()) {
      told.put(Keys.BACKEND_SETTINGS, own);
    }
    told.put(Keys.EPOCHS, String.valueOf(cell.epochs()));
    return told;
  }

  /**
   * Checks the settings of the backends. Not every backend has every setting, but one must.
   *
   * @throws UsageException if one is refused by all, or the number of threads by any
   */
  void require(Contestants contestants) {
    BackendSettings chosen = BackendSettings.of(settings);
    int all = contestants.available().size();
    chosen.threads().ifPresent(threads -> {
      List<String> refusals = contestants.refusals(Keys.THREADS.key(), String.valueOf(threads));
      if (!refusals.isEmpty()) {
        throw settings.refuse(Keys.THREADS, String.join("; ", refusals));
      }
    });
    chosen.kernels().ifPresent(kernels -> {
      if (contestants.refusals(Keys.KERNELS.key(), kernels).size() == all) {
        throw settings.refuse(
            Keys.KERNELS,
            "no backend of this comparison has the kernels '%s' here".formatted(kernels));
      }
    });
    chosen.own().forEach((setting, value) -> {
      List<String> refusals = contestants.refusals(setting, value);
      if (refusals.size() == all) {
        throw settings.refuse(
            Keys.BACKEND_SETTINGS,
            "no backend of this comparison takes %s=%s: %s"
                .formatted(setting, value, String.join("; ", refusals)));
      }
    });
  }
}
