package dev.plenum.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.plenum.api.Backend;
import dev.plenum.api.BackendUnavailableException;
import dev.plenum.api.Backends;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Binds the backend that was asked for, with its settings. */
final class BackendModule extends AbstractModule {

  @Provides
  @Singleton
  Backend backend(Settings settings) {
    try {
      return Backends.get(settings.backend()).withSettings(backendSettings(settings));
    } catch (BackendUnavailableException e) {
      throw settings.refuse(Key.BACKEND, e);
    } catch (IllegalArgumentException e) {
      throw new UsageException("the backend '%s' refuses its settings: %s"
          .formatted(settings.backend(), e.getMessage()));
    }
  }

  /** Only what was chosen: not every backend knows every setting. */
  private static Map<String, String> backendSettings(Settings settings) {
    Map<String, String> chosen = new LinkedHashMap<>();
    settings.kernels().ifPresent(kernels -> chosen.put(Key.KERNELS.key(), kernels));
    settings.threads().ifPresent(threads -> chosen.put(Key.THREADS.key(), String.valueOf(threads)));
    return chosen;
  }
}
