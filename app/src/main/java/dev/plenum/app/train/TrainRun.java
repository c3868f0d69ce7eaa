package dev.plenum.app.train;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.api.network.Sequential;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.RunInputs;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.report.page.TestLine;
import java.io.IOException;
import java.util.Map;

/** {@code plenum train}: trains one network and leaves the results in a folder. */
public final class TrainRun {
  /** Moved into place last. */
  public static final String RESULT = StoredRun.RECORD;

  private final Host host;
  private final Settings settings;
  private final Trainings trainings;
  private final Backend backend;
  private final DatasetSource source;
  private final Recipe recipe;

  @Inject
  TrainRun(
      Host host,
      Settings settings,
      Trainings trainings,
      Backend backend,
      DatasetSource source,
      Recipe recipe) {
    this.host = host;
    this.settings = settings;
    this.trainings = trainings;
    this.backend = backend;
    this.source = source;
    this.recipe = recipe;
  }

  /**
   * Runs it.
   *
   * @param run gets the files once all are complete; until then, checkpoints
   * @throws IOException if the dataset cannot be had, or a file not be read or written
   */
  public void run(RunFolder run) throws IOException {
    backend.warmUp();
    TrainingData data = TrainingImages.of(source.load(), settings);
    Metrics.of(settings, data.classNames().size()); // refuses what cannot be measured
    Sequential network = recipe.networkFor(data);
    trainings.begin(
        run, RunInputs.of(data.whole(), Map.of(recipe.network().displayName(), network)));
    host.out().print(network.summary());
    host.out().flush();
    StoredRun trained =
        trainings.of(run).train(new TrainingFolder(run.path()), recipe, data, backend);
    host.out().println(TestLine.of(trained.record()));
    host.out().println("Files: " + host.shown(run.path()));
  }
}
