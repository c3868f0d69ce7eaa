package dev.plenum.api;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Finds the backends: those that the thread's context class loader sees, then those beside this
 * library, in its own class loader and in its own module layer. The context class loader alone is not
 * enough: in plug-ins and in the JDK's common pool it may see none of an application's jars.
 */
public final class Backends {
  /** Ends the search where a class loader itself is broken, and fails at every call. */
  private static final int MAX_FAILURES = 20;

  private Backends() {}

  /**
   * All backends found, available or not, each provider once. One that cannot be loaded is left out,
   * with a warning in the log.
   */
  public static List<Backend> all() {
    Map<String, Backend> backends = new LinkedHashMap<>();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader own = Backends.class.getClassLoader();
    addTo(backends, ServiceLoader.load(Backend.class, context));
    if (own != context) {
      addTo(backends, ServiceLoader.load(Backend.class, own));
    }
    ModuleLayer layer = Backends.class.getModule().getLayer();
    if (layer != null) {
      addTo(backends, ServiceLoader.load(layer, Backend.class));
    }
    return List.copyOf(backends.values());
  }

  private static void addTo(Map<String, Backend> backends, ServiceLoader<Backend> loader) {
    Iterator<Backend> providers = loader.iterator();
    int failures = 0;
    while (failures < MAX_FAILURES) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        Backend backend = providers.next();
        backends.putIfAbsent(backend.getClass().getName(), backend);
      } catch (ServiceConfigurationError | LinkageError e) {
        failures++; // the next call goes on with the next provider
        System.getLogger(Backends.class.getName())
            .log(System.Logger.Level.WARNING, "a backend could not be loaded: {0}", reason(e));
      }
    }
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
