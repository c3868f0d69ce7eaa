package dev.plenum.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.Stage;
import dev.plenum.api.Backend;
import dev.plenum.api.BackendUnavailableException;
import dev.plenum.api.Backends;
import dev.plenum.app.config.BackendSettings;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.dataset.DatasetSources;
import dev.plenum.app.host.Host;
import dev.plenum.app.network.NetworkSources;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.train.ShownTrainings;
import dev.plenum.app.train.Trainings;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.experiment.NetworkSource;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.parameter.Optimizers;

/** Makes what the settings choose: the backend, the dataset, the network and how it is trained. */
public final class Wiring extends AbstractModule {
  private final Host host;
  private final Settings settings;

  private Wiring(Host host, Settings settings) {
    this.host = host;
    this.settings = settings;
  }

  /**
   * Everything that a command may ask for. Nothing is made before it is asked for; what cannot be made
   * throws a {@link com.google.inject.ProvisionException} whose cause says why.
   */
  public static Injector injector(Host host, Settings settings) {
    return Guice.createInjector(Stage.DEVELOPMENT, new Wiring(host, settings));
  }

  @Provides
  @Singleton
  Backend backend() {
    try {
      return Backends.get(settings.get(Keys.BACKEND))
          .withSettings(BackendSettings.of(settings).all());
    } catch (BackendUnavailableException e) {
      throw settings.refuse(Keys.BACKEND, e);
    } catch (IllegalArgumentException e) {
      throw new UsageException("the backend '%s' refuses its settings: %s"
          .formatted(settings.get(Keys.BACKEND), e.getMessage()));
    }
  }

  @Provides
  @Singleton
  DatasetSource dataset() {
    return new DatasetSources(settings, host).named(settings.get(Keys.DATASET));
  }

  @Provides
  @Singleton
  NetworkSource network() {
    return new NetworkSources(settings, host.workingDirectory()).configured();
  }

  @Provides
  Recipe recipe(NetworkSource network) {
    return Recipes.of(settings, network, Optimizers.of(settings));
  }

  @Provides
  Trainings trainings(Backend backend, DatasetSource source) {
    return new Trainings(settings, backend, source, new ShownTrainings(host));
  }
}
