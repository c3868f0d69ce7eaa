package dev.plenum.api.service;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * Finds the providers of a service: those that the thread's context class loader sees, then those beside
 * the library that asks, in its own class loader and in its own module layer. The context class loader
 * alone is not enough: in plug-ins and in the JDK's common pool it may see none of an application's jars.
 */
public final class Providers {
  /** Ends the search where a class loader itself is broken, and fails at every call. */
  private static final int MAX_FAILURES = 20;

  private Providers() {}

  /**
   * {@return all providers found, each class once} One that cannot be loaded is left out, with a warning in
   * the log.
   *
   * <p>Only a module that says that it uses a service may load it, so the caller does:
   *
   * <pre>{@code
   * Providers.all(
   *     Backends.class,
   *     loader -> ServiceLoader.load(Backend.class, loader),
   *     layer -> ServiceLoader.load(layer, Backend.class))
   * }</pre>
   *
   * @param <T> the service
   * @param library a class of the library that asks
   * @param inLoader loads the service with a class loader
   * @param inLayer loads it in a module layer
   */
  public static <T> List<T> all(
      Class<?> library,
      Function<ClassLoader, ServiceLoader<T>> inLoader,
      Function<ModuleLayer, ServiceLoader<T>> inLayer) {
    Map<String, T> providers = new LinkedHashMap<>();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader own = library.getClassLoader();
    addTo(providers, inLoader.apply(context), library);
    if (own != context) {
      addTo(providers, inLoader.apply(own), library);
    }
    ModuleLayer layer = library.getModule().getLayer();
    if (layer != null) {
      addTo(providers, inLayer.apply(layer), library);
    }
    return List.copyOf(providers.values());
  }

  private static <T> void addTo(
      Map<String, T> providers, ServiceLoader<T> loader, Class<?> library) {
    Iterator<T> found = loader.iterator();
    int failures = 0;
    while (failures < MAX_FAILURES) {
      try {
        if (!found.hasNext()) {
          return;
        }
        T provider = found.next();
        providers.putIfAbsent(provider.getClass().getName(), provider);
      } catch (ServiceConfigurationError | LinkageError e) {
        failures++; // the next call resumes with the next provider
        System.getLogger(library.getName())
            .log(System.Logger.Level.WARNING, "a provider could not be loaded: {0}", reason(e));
      }
    }
  }

  private static String reason(Throwable failure) {
    return failure + (failure.getCause() == null ? "" : ", caused by " + failure.getCause());
  }
}
