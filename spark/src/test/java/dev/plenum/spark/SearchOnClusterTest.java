package dev.plenum.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plenum.api.Backend;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.cluster.Cluster;
import dev.plenum.experiment.cluster.ClusterProvider;
import dev.plenum.experiment.cluster.ClusterSettings;
import dev.plenum.experiment.cluster.ClusterTrials;
import dev.plenum.experiment.cluster.TrainingSource;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.TrainingRun;
import dev.plenum.experiment.search.NumberRange;
import dev.plenum.experiment.search.Search;
import dev.plenum.experiment.search.SearchPlan;
import dev.plenum.experiment.search.SearchRun;
import dev.plenum.experiment.trial.LocalTrials;
import dev.plenum.experiment.trial.TrialListener;
import dev.plenum.experiment.trial.TrialRunner;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SearchOnClusterTest {
  private static final long SEED = 7;
  private static final String RATE = "learning-rate";
  private static final SearchPlan PLAN = new SearchPlan(
      new TreeMap<>(Map.of(RATE, NumberRange.logUniform(1e-3, 1e-1))), 4, List.of(2, 5), 2, 2);

  @TempDir
  Path folder;

  /** A recipe with a learning rate, made again of that number alone. */
  private record Source(double rate) implements TrainingSource {
    static Source of(Map<String, String> values) {
      return new Source(Double.parseDouble(String.valueOf(values.get(RATE))));
    }

    @Override
    public Recipe recipe() {
      return new Digits.Source()
          .recipe()
          .optimizer(Sgd.defaults().learningRate(rate))
          .configuration(Map.of(RATE, String.valueOf(rate)));
    }

    @Override
    public TrainingData data(TrainTest whole) {
      return new Digits.Source().data(whole);
    }
  }

  /** Makes what trains the trials of a run. */
  private interface Way {
    TrialRunner in(RunFolder run);
  }

  private String search(String name, TrainTest whole, Way way) throws IOException {
    Backend backend = new Digits.Source().backend();
    List<Recipe> recipes =
        SearchRun.recipes(PLAN, SEED, values -> Source.of(values).recipe());
    try (RunFolder run = RunFolder.open(folder.resolve(name), "test")) {
      SearchRun search = new SearchRun(
          PLAN,
          SEED,
          recipes,
          new Digits.Source().data(whole),
          way.in(run),
          run.path(),
          TrialListener.NONE);
      Search found = search.run(backend, Invocation.of("test"));
      run.finish();
      return results(found);
    }
  }

  /** All that must be the same: how each trial stood at each rung, and what the winner is. */
  private static String results(Search search) {
    StringBuilder text = new StringBuilder();
    search.ranking().forEach(trial -> {
      text.append(trial.number());
      trial
          .results()
          .forEach(result -> text.append(' ')
              .append(result.epochs())
              .append(' ')
              .append(result.score().map(score -> score.accuracy() + score.weightsSha256())));
      text.append('\n');
    });
    search.repeats().forEach(run -> text.append(run.test()).append('\n'));
    return text.toString();
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aSearchFindsWhatALocalOneFindsAfterAWorkerWasKilled() throws IOException {
    TrainTest whole = Digits.whole();
    AtomicReference<String> killed = new AtomicReference<>("");
    String found;
    Watched watched;
    try (StandaloneCluster standalone = StandaloneCluster.start(folder, 2)) {
      watched = new Watched() {
        @Override
        public synchronized void epochEnds(String training, EpochRecord epoch, int count) {
          super.epochEnds(training, epoch, count);
          if (count == 5 && epoch.epoch() == 1 && killed.compareAndSet("", training)) {
            standalone.killWorkerOf(executorOf(training));
          }
        }
      };
      ClusterSettings settings = ClusterSettings.of(standalone.master(), Invocation.of("test"))
          .settings(standalone.settings());
      try (Cluster cluster = ClusterProvider.get().connect(settings, whole)) {
        ClusterTrials trials = new ClusterTrials(
            cluster, recipe -> Source.of(recipe.configuration()), Duration.ofMinutes(1), watched);
        found = search("cluster", whole, run -> trials);
      }
    }
    assertNotEquals("", killed.get());
    assertEquals(
        2,
        watched.begins().stream()
            .filter(begin -> begin.training().equals(killed.get()))
            .count(),
        watched.begins()::toString);
    Backend backend = new Digits.Source().backend();
    assertEquals(
        search("local", whole, run -> new LocalTrials(TrainingRun.in(run), backend)), found);
    assertEquals(6, found.lines().count(), "4 trials and 2 repeats of the winner");
  }
}
