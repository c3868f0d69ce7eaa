package dev.plenum.app.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings that an earlier run was started with, as its files keep them.
 *
 * @param values by key; a key that is absent was not set
 * @param origin the file, for messages
 */
public record EarlierSettings(Map<Key<?>, String> values, String origin) {

  /** Copies the map. */
  public EarlierSettings {
    values = Map.copyOf(values);
  }

  /**
   * The settings of a run, by name.
   *
   * @throws UsageException if one is unknown
   */
  public static EarlierSettings of(Map<String, String> settings, String origin) {
    Map<Key<?>, String> values = new LinkedHashMap<>();
    settings.forEach((name, value) -> {
      Key<?> key = Keys.find(name, Key::key)
          .orElseThrow(() -> new UsageException(
              "%s: unknown setting '%s'; if a newer Plenum wrote it, update this one"
                  .formatted(origin, name)));
      values.put(key, value);
    });
    return new EarlierSettings(values, origin);
  }

  /**
   * These settings again. What the results do not depend on, such as the number of threads, can be
   * chosen anew; so can the places of the dataset and of the model whose layers are used: digests tell
   * whether they are the same.
   *
   * @param present those of this start
   * @param workingDirectory relative paths start there
   * @throws UsageException if an option contradicts, or a value is out of range
   */
  public Settings again(Settings present, Path workingDirectory) {
    Map<Key<?>, Value> merged = Keys.defaults();
    for (Key<?> key : Keys.all()) {
      if (isChosenAnew(key, present)) {
        Value chosen = present.values().get(key);
        if (chosen != null) {
          merged.put(key, chosen);
        }
        continue;
      }
      requireNoOther(key, present);
      String earlier = values.get(key);
      if (earlier != null) {
        merged.put(key, new Value(earlier, origin));
      }
    }
    return Settings.of(merged, workingDirectory);
  }

  /** These settings, and built-in defaults for all others. */
  public Settings alone(Path workingDirectory) {
    Map<Key<?>, Value> merged = Keys.defaults();
    values.forEach((key, value) -> merged.put(key, new Value(value, origin)));
    return Settings.of(merged, workingDirectory);
  }

  private boolean isChosenAnew(Key<?> key, Settings present) {
    if (key.equals(Keys.DATASET) || key.equals(Keys.FROM)) {
      return present.isOption(key);
    }
    return !Keys.affectResults(key) && (!values.containsKey(key) || present.isChosen(key));
  }

  private void requireNoOther(Key<?> key, Settings present) {
    Value value = present.values().get(key);
    if (value != null && value.isOption(key) && !value.text().equals(values.get(key))) {
      throw present.refuse(
          key,
          "the run was started with %s, not with '%s': leave the option out, or start a new run"
              .formatted(
                  values.containsKey(key) ? "'" + values.get(key) + "'" : "the default",
                  value.text()));
    }
  }
}
