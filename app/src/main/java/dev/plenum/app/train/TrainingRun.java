package dev.plenum.app.train;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.app.Host;
import dev.plenum.app.config.Settings;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;

/** Trains one network, measures it on the test images, and leaves the results in a folder. */
public final class TrainingRun {
  private final Host host;
  private final Settings settings;
  private final Trainer trainer;
  private final Backend backend;
  private final DatasetSource source;
  private final Recipe recipe;

  @Inject
  TrainingRun(
      Host host,
      Settings settings,
      Trainer trainer,
      Backend backend,
      DatasetSource source,
      Recipe recipe) {
    this.host = host;
    this.settings = settings;
    this.trainer = trainer;
    this.backend = backend;
    this.source = source;
    this.recipe = recipe;
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
    host.out().print(Trainer.network(recipe, data).summary());
    host.out().flush();
    try (RunResult result = trainer.train(recipe, data, backend)) {
      RunFiles files = new RunFiles(result, result.record(backend, settings, invocation));
      directory.publish(files::writeTo);
      host.out().println(TestLine.of(data.whole().name(), result.test()));
      host.out().println("Files: " + host.shown(directory.path()));
    }
  }
}
