package dev.plenum.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.plenum.app.Host;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.network.BuiltInNetwork;
import dev.plenum.app.network.NetworkFile;
import dev.plenum.app.network.NetworkSource;

/** Binds the network that was asked for. */
final class NetworkModule extends AbstractModule {

  @Provides
  @Singleton
  NetworkSource network(Settings settings, Host host) {
    String name = settings.network();
    return BuiltInNetwork.named(name).orElseGet(() -> file(name, settings, host));
  }

  private static NetworkSource file(String name, Settings settings, Host host) {
    if (!NetworkFile.isNetworkFile(name)) {
      throw settings.refuse(
          Key.NETWORK,
          "there is no network '%s'; there are %s, or a file that ends in .json, .conf or .hocon"
              .formatted(name, String.join(", ", BuiltInNetwork.names())));
    }
    try {
      return NetworkFile.read(host.workingDirectory().resolve(name));
    } catch (IllegalArgumentException e) {
      throw settings.refuse(Key.NETWORK, e);
    }
  }
}
