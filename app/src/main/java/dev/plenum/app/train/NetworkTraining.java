package dev.plenum.app.train;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.app.Host;
import dev.plenum.app.config.Settings;
import dev.plenum.persistence.RunRecord;
import java.io.IOException;

/** Trains one network into a folder of its own, from the last checkpoint that is there. */
final class NetworkTraining {
  private final Host host;
  private final Settings settings;
  private final Trainer trainer;

  @Inject
  NetworkTraining(Host host, Settings settings, Trainer trainer) {
    this.host = host;
    this.settings = settings;
    this.trainer = trainer;
  }

  /**
   * Trains it and leaves its files.
   *
   * @param run the run that it is, or is part of
   * @throws IOException if a file cannot be read or written
   * @throws dev.plenum.persistence.TrainingInterruptedException if the run was interrupted
   */
  FinishedRun train(
      RunFolder run, TrainingFolder folder, Recipe recipe, TrainingData data, Backend backend)
      throws IOException {
    Fitter fitter = new ResumableFitter(
        host, folder.checkpoints(), settings.checkpointInterval(), run.interruption());
    try (RunResult result = trainer.train(recipe, data, backend, fitter)) {
      RunRecord record = result.record(backend, run.invocation());
      folder.publish(new RunFiles(result, record)::writeTo);
    }
    return FinishedRun.read(folder.path());
  }
}
