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

/** Binds the backend that was asked for, with its settings. */
final class BackendModule extends AbstractModule {

  @Provides
  @Singleton
  Backend backend(Settings settings) {
    try {
      return Backends.get(settings.backend()).withSettings(settings.backendSettings());
    } catch (BackendUnavailableException e) {
      throw settings.refuse(Key.BACKEND, e);
    } catch (IllegalArgumentException e) {
      throw new UsageException("the backend '%s' refuses its settings: %s"
          .formatted(settings.backend(), e.getMessage()));
    }
  }
}
