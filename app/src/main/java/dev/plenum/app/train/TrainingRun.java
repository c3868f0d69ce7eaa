package dev.plenum.app.train;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.api.Evaluation;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Model;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import dev.plenum.app.Host;
import dev.plenum.app.config.Settings;
import dev.plenum.app.network.NetworkSource;
import dev.plenum.app.progress.Progress;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;

/** Trains one network, measures it on the test images, and leaves the results in a folder. */
public final class TrainingRun {
  private final Host host;
  private final Settings settings;
  private final Progress progress;
  private final Backend backend;
  private final DatasetSource source;
  private final NetworkSource networkSource;
  private final OptimizerSpec optimizer;

  @Inject
  TrainingRun(
      Host host,
      Settings settings,
      Progress progress,
      Backend backend,
      DatasetSource source,
      NetworkSource networkSource,
      OptimizerSpec optimizer) {
    this.host = host;
    this.settings = settings;
    this.progress = progress;
    this.backend = backend;
    this.source = source;
    this.networkSource = networkSource;
    this.optimizer = optimizer;
  }

  /**
   * Runs it.
   *
   * @param directory gets the files once all are complete
   * @param invocation what was started
   * @throws IOException if the dataset cannot be had, or the files cannot be written
   */
  public void run(RunDirectory directory, Invocation invocation) throws IOException {
    TrainingData data = TrainingData.of(source.load(), settings);
    Sequential network = networkSource.network(
        data.train().imageShape(), data.train().classNames().size());
    host.out().print(network.summary());
    host.out().flush();
    try (Model model = backend.compile(network, optimizer, Seed.seed(settings.seed()))) {
      String initialWeights = model.weights().sha256();
      StartupClock startup = new StartupClock();
      History history = fit(model, data, startup);
      Evaluation test = model.evaluate(data.test());
      RunResult result = new RunResult(
          networkSource.displayName(),
          data,
          model,
          history,
          test,
          initialWeights,
          startup.seconds());
      RunFiles files = new RunFiles(result, result.record(backend, settings, invocation));
      directory.publish(files::writeTo);
      host.out().println(TestLine.of(data.whole().name(), test));
      host.out().println("Files: " + host.shown(directory.path()));
    }
  }

  private History fit(Model model, TrainingData data, StartupClock startup) {
    try (Progress.Epochs epochs = progress.epochs(data.train().size())) {
      Fit fit =
          Fit.epochs(settings.epochs()).batchSize(settings.batchSize()).callbacks(startup, epochs);
      return model.fit(data.train(), data.validation().map(fit::validation).orElse(fit));
    }
  }
}
