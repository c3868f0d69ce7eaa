package dev.plenum.app.train;

import dev.plenum.api.Callback;
import dev.plenum.api.callback.CsvLogger;
import dev.plenum.api.callback.Monitor;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.parameter.Metrics;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.experiment.run.TrainingRun;
import dev.plenum.experiment.tensorboard.TensorBoard;
import dev.plenum.predictor.ModelInputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the settings have written while a network is trained.
 *
 * @param settings of the command
 * @param run what the trainings are part of
 * @param page shows them
 */
record Watchers(Settings settings, RunFolder run, WatchPage page) implements TrainingRun.Watchers {

  /**
   * The callbacks that write it.
   *
   * @throws UsageException if a file is there already, or a metric is not measured
   */
  @Override
  public List<Callback> of(TrainingFolder folder, TrainingData data, ModelInputs inputs) {
    return Stream.of(
            log(), tensorBoard(folder), best(folder, data, inputs), page.watching(folder, data))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Callback> log() {
    Optional<Path> file = settings.find(Keys.LOG_CSV);
    if (file.isPresent() && settings.find(Keys.RESUME).isEmpty() && Files.exists(file.get())) {
      throw settings.refuse(Keys.LOG_CSV, "%s is there already".formatted(file.get()));
    }
    return file.map(CsvLogger::to);
  }

  /** Where one run has several trainings, each has a folder of its own, called as that of its results. */
  private Optional<Callback> tensorBoard(TrainingFolder folder) {
    return settings.find(Keys.TENSORBOARD).map(directory -> {
      boolean isWhole = folder.path().equals(run.path());
      Path own = isWhole ? directory : directory.resolve(folder.path().getFileName());
      return settings.find(Keys.RESUME).isPresent()
          ? TensorBoard.in(own)
          : settings.make(Keys.TENSORBOARD, () -> TensorBoard.inNew(own));
    });
  }

  private Optional<Callback> best(TrainingFolder folder, TrainingData data, ModelInputs inputs) {
    boolean isAsked = settings.has(Keys.SAVE_BEST) || settings.isChosen(Keys.SAVE_MONITOR);
    if (!isAsked) {
      return Optional.empty();
    }
    Key<String> monitor = Keys.SAVE_MONITOR;
    String metric = settings.make(
        settings.isChosen(monitor) ? monitor : Keys.SAVE_BEST,
        () -> Metrics.monitored(settings, settings.find(monitor), monitor.key()));
    return Optional.of(folder.bestModel(Monitor.of(metric), data, inputs));
  }
}
