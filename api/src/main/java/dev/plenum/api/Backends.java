package dev.plenum.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the backends on the class path or module path. */
public final class Backends {
  /** Ends the search where the class loader itself is broken, and fails at every call. */
  private static final int MAX_FAILURES = 20;

  private Backends() {}

  /** All backends found, available or not. A provider that cannot be loaded is left out. */
  public static List<Backend> all() {
    List<Backend> backends = new ArrayList<>();
    Iterator<Backend> providers = ServiceLoader.load(Backend.class).iterator();
    int failures = 0;
    while (failures < MAX_FAILURES) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        backends.add(providers.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        failures++; // the next call goes on with the next provider
        System.getLogger(Backends.class.getName())
            .log(System.Logger.Level.WARNING, "a backend could not be loaded: {0}", reason(e));
      }
    }
    return List.copyOf(backends);
  }

  private static String reason(Throwable failure) {
    return failure + (failure.getCause() == null ? "" : ", caused by " + failure.getCause());
  }

  /**
   * The backend of that name.
   *
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
                    + "A backend is found when its jar (plenum-backend-NAME) is on the class path or module path"));
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
