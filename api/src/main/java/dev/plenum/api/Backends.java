package dev.plenum.api;

import dev.plenum.api.service.Providers;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the backends, where {@link Providers} looks. */
public final class Backends {
  private Backends() {}

  /**
   * {@return all backends found, available or not, each provider once} One that cannot be loaded is left out,
   * with a warning in the log.
   */
  public static List<Backend> all() {
    return Providers.all(
        Backends.class,
        loader -> ServiceLoader.load(Backend.class, loader),
        layer -> ServiceLoader.load(layer, Backend.class));
  }

  /**
   * {@return the backend of that name}
   *
   * @param name what users call it: {@code purejava}
   * @throws BackendUnavailableException if there is none, or it is not available here; the message
   *     says what there is and what to do
   */
  public static Backend get(String name) {
    List<Backend> found = all();
    Backend backend = found.stream()
        .filter(candidate -> candidate.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new BackendUnavailableException(
                "there is no backend '%s'; found: %s. ".formatted(name, names(found))
                    + "A backend is found when its jar (plenum-backend-NAME) is on the class path or module path, beside plenum-api"));
    Availability availability = backend.availability();
    if (!availability.isAvailable()) {
      throw new BackendUnavailableException("the backend '%s' is not available: %s. %s. Found: %s"
          .formatted(name, availability.detail(), availability.remedy(), names(found)));
    }
    return backend;
  }

  private static String names(List<Backend> backends) {
    if (backends.isEmpty()) {
      return "none";
    }
    return backends.stream()
        .map(b -> b.name() + (b.availability().isAvailable() ? "" : " (not available)"))
        .collect(Collectors.joining(", "));
  }
}
