package dev.plenum.app.cluster;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.cluster.Cluster;
import dev.plenum.experiment.cluster.ClusterListener;
import dev.plenum.experiment.cluster.ClusterProvider;
import dev.plenum.experiment.cluster.ClusterSettings;
import dev.plenum.experiment.cluster.TrainingSource;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.report.ClusterLines;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The cluster that settings name; what becomes of trainings there goes to standard error. */
public record Clusters(Settings settings, Host host) {
  /** What writes here while it is trained, or says how it is trained here. */
  private static final List<Key<?>> ONLY_HERE = List.of(
      Keys.WATCH,
      Keys.LISTEN,
      Keys.LOG_CSV,
      Keys.TENSORBOARD,
      Keys.SAVE_BEST,
      Keys.SAVE_MONITOR,
      Keys.SIDE_BY_SIDE);

  /** Whether a cluster trains. */
  public boolean isAsked() {
    return settings.find(Keys.MASTER).isPresent();
  }

  /** Reaches it, and checks that it can do trainings of each kind. */
  public Cluster connect(RunFolder run, TrainingData data, Collection<TrainingSource> kinds)
      throws IOException {
    ONLY_HERE.stream().filter(settings::isChosen).findFirst().ifPresent(key -> {
      throw settings.refuse(key, "this cannot be had where a cluster trains: leave it out");
    });
    ClusterSettings there = ClusterSettings.of(settings.get(Keys.MASTER), run.invocation())
        .settings(settings.find(Keys.SPARK_SETTINGS).orElse(Map.of()))
        .threads(settings.find(Keys.THREADS).orElse(1))
        .shared(settings.find(Keys.SHARED), host.workingDirectory(), run);
    if (settings.has(Keys.WORKERS_READ)) {
      there = there.images((SettingsSource) kinds.iterator().next());
    }
    return ClusterProvider.connect(there, data.whole(), kinds, shown());
  }

  /** The training of a recipe, made again by its settings. */
  public TrainingSource source(Recipe recipe) {
    return source(recipe.configuration());
  }

  /** The training of settings, by name. */
  public TrainingSource source(Map<String, String> named) {
    return SettingsSource.of(named, host);
  }

  /** Shows what becomes of trainings. */
  public ClusterListener shown() {
    return new ClusterLines(host.err()::println);
  }
}
