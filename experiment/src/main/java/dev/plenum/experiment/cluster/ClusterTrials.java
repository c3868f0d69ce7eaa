package dev.plenum.experiment.cluster;

import dev.plenum.api.Backend;
import dev.plenum.api.TrainingDivergedException;
import dev.plenum.api.data.TrainTest;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.SideBySide;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.trial.TrialRunner;
import dev.plenum.experiment.trial.TrialTraining;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Trains trials on a cluster, as many at once as it can, each from the start.
 *
 * @param cluster where
 * @param sources how a recipe is made again there; seed and epochs are set then
 * @param checkpointInterval how often each is saved meanwhile
 * @param listener is notified of what happens
 */
public record ClusterTrials(
    Cluster cluster,
    Function<Recipe, TrainingSource> sources,
    Duration checkpointInterval,
    ClusterListener listener)
    implements TrialRunner {

  /** The images of a trial are judged by those for validation. */
  private record TrialSource(TrainingSource source, int epochs) implements TrainingSource {
    @Override
    public Recipe recipe() throws IOException {
      return source.recipe().epochs(epochs);
    }

    @Override
    public TrainingData data(TrainTest whole) {
      return source.data(whole).withoutTest();
    }

    @Override
    public Backend backend() {
      return source.backend();
    }
  }

  @Override
  public void run(List<TrialTraining> trainings, TrainingData data, Results results)
      throws IOException {
    try (SideBySide threads = new SideBySide()) {
      List<Future<Boolean>> begun = new ArrayList<>();
      for (TrialTraining one : trainings) {
        begun.add(threads.begin(() -> isTrained(one, data, results)));
      }
      for (Future<Boolean> each : begun) {
        SideBySide.await(each);
      }
    }
  }

  /** Else it has diverged. */
  private boolean isTrained(TrialTraining one, TrainingData data, Results results)
      throws IOException {
    Recipe recipe = one.recipe();
    TrialSource source = new TrialSource(sources.apply(recipe), recipe.epochs());
    ClusterMembers trainer =
        new ClusterMembers(cluster, one.name(), source, checkpointInterval, listener);
    StoredRun run;
    try {
      run = trainer.train(one.folder(), recipe, data, source.backend());
    } catch (TrainingDivergedException e) {
      results.diverged(one, String.valueOf(e.getMessage()));
      return false;
    }
    results.trained(one, run);
    return true;
  }
}
