package dev.plenum.app.train;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.SettingsLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Settings as options give them. */
final class Loaded {
  private Loaded() {}

  static Settings settings(Map<Key<?>, String> options) {
    return new SettingsLoader(Map.of(), Path.of("nowhere")).load(Optional.empty(), options);
  }
}
