package dev.plenum.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.plenum.app.config.Settings;
import dev.plenum.app.dataset.DatasetSources;
import dev.plenum.app.host.Host;
import dev.plenum.app.progress.Progress;
import dev.plenum.datasets.DatasetSource;

/** Binds the dataset that was asked for. */
final class DatasetModule extends AbstractModule {

  @Provides
  @Singleton
  DatasetSources sources(Settings settings, Progress progress, Host host) {
    return new DatasetSources(settings, progress, host.workingDirectory());
  }

  @Provides
  @Singleton
  DatasetSource source(DatasetSources sources) {
    return sources.configured();
  }
}
