package dev.plenum.app.train;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.api.network.Sequential;
import dev.plenum.app.Host;
import dev.plenum.app.config.Settings;
import dev.plenum.app.inputs.RunInputs;
import dev.plenum.datasets.DatasetSource;
import java.io.IOException;
import java.util.Map;

/** Trains one network, measures it on the test images, and leaves the results in a folder. */
public final class TrainingRun {
  /** Moved into place last. */
  public static final String RESULT = FinishedRun.RECORD;

  private final Host host;
  private final Settings settings;
  private final NetworkTraining training;
  private final Backend backend;
  private final DatasetSource source;
  private final Recipe recipe;

  @Inject
  TrainingRun(
      Host host,
      Settings settings,
      NetworkTraining training,
      Backend backend,
      DatasetSource source,
      Recipe recipe) {
    this.host = host;
    this.settings = settings;
    this.training = training;
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
    TrainingData data = TrainingData.of(source.load(), settings);
    Sequential network = Trainer.network(recipe, data);
    run.begin(
        RunInputs.of(data.whole(), Map.of(recipe.network().displayName(), network)),
        settings.dataset());
    host.out().print(network.summary());
    host.out().flush();
    FinishedRun finished =
        training.train(run, new TrainingFolder(run.path()), recipe, data, backend);
    host.out()
        .println(TestLine.of(data.whole().name(), finished.test(), data.test().size()));
    host.out().println("Files: " + host.shown(run.path()));
  }
}
