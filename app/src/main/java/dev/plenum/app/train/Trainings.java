package dev.plenum.app.train;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.experiment.run.Members;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.RunInputs;
import dev.plenum.experiment.run.TrainingRun;
import dev.plenum.report.TrainingPictures;
import java.io.IOException;

/** How trainings run here: with checkpoints, as the settings say, and shown. */
public final class Trainings {
  private final Settings settings;
  private final Backend backend;
  private final ShownTrainings shown;

  @Inject
  Trainings(Settings settings, Backend backend, ShownTrainings shown) {
    this.settings = settings;
    this.backend = backend;
    this.shown = shown;
  }

  /**
   * Begins a run, or resumes it.
   *
   * @throws dev.plenum.experiment.RunRefusedException if it was started with other inputs
   * @throws IOException if these cannot be read or written
   */
  public void begin(RunFolder run, RunInputs inputs) throws IOException {
    String start = run.configuration().settings().get(Key.DATASET.key());
    run.begin(inputs, settings.dataset().equals(start));
  }

  /** Trains the networks of a run. */
  public TrainingRun of(RunFolder run) {
    return new TrainingRun(
        run,
        settings.checkpointInterval(),
        shown,
        TrainingPictures.instance(),
        new Watchers(settings));
  }

  /** Trains networks of a run that differ by their seeds. */
  public Members members(RunFolder run) {
    int cores = settings.threads().orElse(Runtime.getRuntime().availableProcessors());
    return new Members(of(run), backend, settings.sideBySide(), cores, shown);
  }
}
