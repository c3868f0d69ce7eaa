package dev.plenum.app.wiring;

import com.google.inject.AbstractModule;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.progress.Progress;

/** Binds what the command was started with. */
final class SettingsModule extends AbstractModule {
  private final Host host;
  private final Settings settings;

  SettingsModule(Host host, Settings settings) {
    this.host = host;
    this.settings = settings;
  }

  @Override
  protected void configure() {
    bind(Host.class).toInstance(host);
    bind(Settings.class).toInstance(settings);
    bind(Progress.class).toInstance(new Progress(host));
  }
}
