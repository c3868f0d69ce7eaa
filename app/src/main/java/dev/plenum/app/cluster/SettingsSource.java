package dev.plenum.app.cluster;

import dev.plenum.api.Backend;
import dev.plenum.api.data.TrainTest;
import dev.plenum.app.config.EarlierSettings;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.train.Trainings;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.cluster.ImageSource;
import dev.plenum.experiment.cluster.TrainingSource;
import dev.plenum.experiment.run.TrainingRun.Pictures;
import dev.plenum.report.TrainingPictures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A training that settings describe, made of them by the same code on each machine.
 *
 * @param settings by name
 * @param directory where relative paths start
 * @param main as in {@link Host}
 */
record SettingsSource(TreeMap<String, String> settings, String directory, Class<?> main)
    implements TrainingSource, ImageSource {

  /** A training with these settings in the host's folder. */
  static SettingsSource of(Map<String, String> settings, Host host) {
    return new SettingsSource(
        new TreeMap<>(settings), host.workingDirectory().toString(), host.main());
  }

  private Settings read() {
    return EarlierSettings.of(settings, "settings sent to the worker").alone(Path.of(directory));
  }

  private <T> T make(Class<T> kind) {
    Host host = new Host(
        InputStream.nullInputStream(),
        System.out,
        System.err,
        OptionalInt.empty(),
        Map.of(),
        Path.of(directory),
        main);
    return Wiring.injector(host, read()).getInstance(kind);
  }

  @Override
  public Recipe recipe() {
    return make(Recipe.class);
  }

  @Override
  public TrainingData data(TrainTest whole) {
    return Trainings.images(whole, read());
  }

  @Override
  public Backend backend() {
    return make(Backend.class);
  }

  @Override
  public Pictures pictures() {
    return TrainingPictures.instance();
  }

  @Override
  public TrainTest load() throws IOException {
    return make(DatasetSource.class).load();
  }
}
