package dev.plenum.app.wiring;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;

/** Puts the modules together. */
public final class Wiring {
  private Wiring() {}

  /**
   * Everything that a command may ask for. Nothing is made before it is asked for; what cannot be made
   * throws a {@link com.google.inject.ProvisionException} whose cause says why.
   */
  public static Injector injector(Host host, Settings settings) {
    return Guice.createInjector(
        Stage.DEVELOPMENT,
        new SettingsModule(host, settings),
        new BackendModule(),
        new DatasetModule(),
        new NetworkModule(),
        new OptimizerModule());
  }
}
