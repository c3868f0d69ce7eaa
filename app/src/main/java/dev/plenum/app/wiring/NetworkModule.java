package dev.plenum.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.network.NetworkSources;
import dev.plenum.experiment.NetworkSource;

/** Binds the network that was asked for. */
final class NetworkModule extends AbstractModule {

  @Provides
  @Singleton
  NetworkSources sources(Settings settings, Host host) {
    return new NetworkSources(settings, host.workingDirectory());
  }

  @Provides
  @Singleton
  NetworkSource network(NetworkSources sources) {
    return sources.configured();
  }
}
