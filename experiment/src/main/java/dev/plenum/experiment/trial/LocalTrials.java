package dev.plenum.experiment.trial;

import dev.plenum.api.Backend;
import dev.plenum.api.TrainingDivergedException;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrainingRun;
import java.io.IOException;
import java.util.List;

/**
 * Trains trials in this process, one after the other.
 *
 * @param training trains one of them
 * @param backend what computes
 */
public record LocalTrials(TrainingRun training, Backend backend) implements TrialRunner {

  @Override
  public void run(List<TrialTraining> trainings, TrainingData data, Results results)
      throws IOException {
    for (TrialTraining one : trainings) {
      StoredRun run;
      try {
        run = training.train(one.folder(), one.recipe(), data, backend);
      } catch (TrainingDivergedException e) {
        results.diverged(one, String.valueOf(e.getMessage()));
        continue;
      }
      results.trained(one, run);
    }
  }
}
