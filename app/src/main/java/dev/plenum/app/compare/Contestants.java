package dev.plenum.app.compare;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The backends that were asked for.
 *
 * @param available those that can be used, by name, in the order of the report
 * @param missing why the others cannot, by name
 */
record Contestants(Map<String, Backend> available, Map<String, String> missing) {

  /**
   * Finds them.
   *
   * @throws dev.plenum.app.config.UsageException if none can be used, or one refuses its settings
   */
  static Contestants of(Settings settings) {
    List<Backend> all = Backends.all();
    List<String> names = settings.backends().isEmpty() ? available(all) : settings.backends();
    Map<String, Backend> available = new LinkedHashMap<>();
    Map<String, String> missing = new LinkedHashMap<>();
    for (String name : names) {
      Optional<Backend> found =
          all.stream().filter(one -> one.name().equals(name)).findFirst();
      if (found.isPresent() && found.get().availability().isAvailable()) {
        available.put(name, found.get());
      } else {
        missing.put(name, found.map(Contestants::objection).orElse(unknown(all)));
      }
    }
    if (available.isEmpty()) {
      throw settings.refuse(
          Key.BACKENDS,
          missing.isEmpty()
              ? "there is no backend that can be used; 'plenum backends' tells why"
              : missing.entrySet().stream()
                  .map(entry -> entry.getKey() + ": " + entry.getValue())
                  .collect(Collectors.joining("; ")));
    }
    requireSettings(settings, new ArrayList<>(available.values()));
    return new Contestants(available, missing);
  }

  private static List<String> available(List<Backend> all) {
    return all.stream()
        .filter(backend -> backend.availability().isAvailable())
        .map(Backend::name)
        .toList();
  }

  private static String objection(Backend backend) {
    return "%s. %s"
        .formatted(backend.availability().detail(), backend.availability().remedy());
  }

  private static String unknown(List<Backend> all) {
    return "there is no such backend on the class path; there are "
        + all.stream().map(Backend::name).collect(Collectors.joining(", "));
  }

  private static void requireSettings(Settings settings, List<Backend> backends) {
    settings.threads().ifPresent(threads -> {
      try {
        backends.forEach(
            backend -> backend.withSettings(Map.of(Key.THREADS.key(), String.valueOf(threads))));
      } catch (IllegalArgumentException e) {
        throw settings.refuse(Key.THREADS, e);
      }
    });
    settings.kernels().ifPresent(kernels -> {
      if (backends.stream()
          .noneMatch(backend -> CellSettings.isKnown(backend, Key.KERNELS.key(), kernels))) {
        throw settings.refuse(
            Key.KERNELS,
            "no backend of this comparison has the kernels '%s' here".formatted(kernels));
      }
    });
    settings.ownBackendSettings().forEach((setting, value) -> {
      if (backends.stream().noneMatch(backend -> CellSettings.isKnown(backend, setting, value))) {
        throw settings.refuse(
            Key.BACKEND_SETTINGS,
            "no backend of this comparison takes %s=%s: %s"
                .formatted(setting, value, refusals(backends, setting, value)));
      }
    });
  }

  /** What each backend says of a setting. */
  private static String refusals(List<Backend> backends, String setting, String value) {
    List<String> refusals = new ArrayList<>();
    for (Backend backend : backends) {
      try {
        backend.withSettings(Map.of(setting, value));
      } catch (IllegalArgumentException e) {
        refusals.add(backend.name() + ": " + e.getMessage());
      }
    }
    return String.join("; ", refusals);
  }
}
