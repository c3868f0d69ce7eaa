package dev.plenum.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What backends are set to, by their own names; empty where it is left to the backend.
 *
 * @param kernels those that were chosen
 * @param threads as many as were chosen
 * @param own what has no key of its own
 */
public record BackendSettings(
    Optional<String> kernels, Optional<Integer> threads, Map<String, String> own) {

  /**
   * What the settings say.
   *
   * @throws UsageException if {@code backend-settings} names what has a key of its own
   */
  public static BackendSettings of(Settings settings) {
    Map<String, String> own = settings.find(Keys.BACKEND_SETTINGS).orElse(Map.of());
    for (Key<?> key : List.of(Keys.KERNELS, Keys.THREADS)) {
      if (own.containsKey(key.key())) {
        throw settings.refuse(
            Keys.BACKEND_SETTINGS, "%s is set by %s".formatted(key.key(), key.option()));
      }
    }
    return new BackendSettings(
        settings.find(Keys.KERNELS).filter(kernels -> !kernels.equals("auto")),
        settings.find(Keys.THREADS),
        own);
  }

  /** All of them. */
  public Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    kernels.ifPresent(chosen -> all.put(Keys.KERNELS.key(), chosen));
    threads.ifPresent(chosen -> all.put(Keys.THREADS.key(), String.valueOf(chosen)));
    all.putAll(own);
    return all;
  }
}
