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
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.app.config.BackendSettings;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.dataset.DatasetSources;
import dev.plenum.app.host.Host;
import dev.plenum.app.network.NetworkSources;
import dev.plenum.app.progress.Progress;
import dev.plenum.app.train.Optimizers;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.train.ShownTrainings;
import dev.plenum.app.train.Trainings;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.experiment.NetworkSource;
import dev.plenum.experiment.Recipe;

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

  @Override
  protected void configure() {
    bind(Progress.class).toInstance(new Progress(host));
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
  DatasetSources datasets(Progress progress) {
    return new DatasetSources(settings, progress, host.workingDirectory());
  }

  @Provides
  @Singleton
  DatasetSource dataset(DatasetSources sources) {
    return sources.configured();
  }

  @Provides
  @Singleton
  NetworkSources networks() {
    return new NetworkSources(settings, host.workingDirectory());
  }

  @Provides
  @Singleton
  NetworkSource network(NetworkSources sources) {
    return sources.configured();
  }

  @Provides
  @Singleton
  OptimizerSpec optimizer() {
    return Optimizers.of(settings);
  }

  @Provides
  Recipe recipe(NetworkSource network, OptimizerSpec optimizer) {
    return Recipes.of(settings, network, optimizer);
  }

  @Provides
  ShownTrainings shown(Progress progress) {
    return new ShownTrainings(host, progress);
  }

  @Provides
  Trainings trainings(Backend backend, DatasetSource source, ShownTrainings shown) {
    return new Trainings(settings, backend, source, shown);
  }
}
