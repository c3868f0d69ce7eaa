package dev.plenum.experiment.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.BatchResult;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingDivergedException;
import dev.plenum.api.TrainingPosition;
import dev.plenum.api.callback.CosineDecay;
import dev.plenum.api.callback.EarlyStopping;
import dev.plenum.api.callback.LearningRateScheduler;
import dev.plenum.api.callback.ReduceLROnPlateau;
import dev.plenum.api.callback.TerminateOnNaN;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.Thrown;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.TrainingListener;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.experiment.run.TrainingRun;
import dev.plenum.experiment.trial.LocalTrials;
import dev.plenum.experiment.trial.Score;
import dev.plenum.experiment.trial.TrialListener;
import dev.plenum.experiment.trial.TrialRunner;
import dev.plenum.experiment.trial.TrialTraining;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchRunTest {
  private static final TrainingData DATA = TinyMnist.data();
  private static final Backend BACKEND = Backends.get("purejava");
  private static final SearchPlan PLAN = new SearchPlan(
      new TreeMap<>(Map.of(
          "learning-rate", NumberRange.logUniform(1e-3, 1),
          "batch-size", Choices.of("10", "20", "40"))),
      6,
      List.of(1, 2, 4),
      2,
      2);
  private static final Recipe OPEN_ENDED = Recipe.of(BuiltInNetwork.DENSE)
      .callbacks(
          ReduceLROnPlateau.monitor("val_loss").patience(1),
          EarlyStopping.monitor("val_loss").patience(2).restoreBestWeights(true));

  @TempDir
  Path folder;

  private static Recipe recipe(Recipe base, Map<String, String> values) {
    double rate = Double.parseDouble(String.valueOf(values.get("learning-rate")));
    return base.optimizer(Sgd.defaults().learningRate(rate))
        .batchSize(Integer.parseInt(String.valueOf(values.get("batch-size"))));
  }

  /** Makes the runner of a run. */
  private interface Way {
    TrialRunner in(RunFolder run);
  }

  private Search search(String name, SearchPlan plan, Recipe base, TrainingData data, Way way)
      throws IOException {
    try (RunFolder run = RunFolder.open(folder.resolve(name), "test")) {
      SearchRun search = new SearchRun(
          plan,
          7,
          SearchRun.recipes(plan, 7, values -> recipe(base, values)),
          data,
          way.in(run),
          run.path(),
          TrialListener.NONE);
      Search found = search.run(BACKEND, Invocation.of("test"));
      run.finish();
      return found;
    }
  }

  private static TrialRunner local(RunFolder run) {
    return new LocalTrials(TrainingRun.in(run), BACKEND);
  }

  /** All that must be the same, without times. */
  private static String results(Search search) {
    StringBuilder text = new StringBuilder();
    for (Trial trial : search.ranking()) {
      text.append(trial.number()).append(trial.values());
      trial
          .results()
          .forEach(result -> text.append(' ').append(result.epochs()).append(bits(result.score())));
      text.append('\n');
    }
    search
        .repeats()
        .forEach(repeat -> text.append(repeat.seed())
            .append(bits(repeat.validation()))
            .append(repeat.test())
            .append('\n'));
    return text.toString();
  }

  private static String bits(Optional<Score> score) {
    return score
        .map(it -> ":" + it.accuracy() + "," + it.loss() + "," + it.weightsSha256())
        .orElse(":diverged");
  }

  @Test
  void theBestHalfGoesOnFromItsCheckpoints() throws IOException {
    List<TrainingPosition> resumed = new ArrayList<>();
    TrainingListener listener = new TrainingListener() {
      @Override
      public void resumes(TrainingPosition position) {
        resumed.add(position);
      }
    };
    Search search = search("run", PLAN, OPEN_ENDED, DATA, run -> runner(run, listener));
    assertTrue(search.goesOn());
    assertEquals(
        List.of(1, 1, 1, 2), resumed.stream().map(TrainingPosition::epoch).toList());
    List<Integer> rungs =
        search.trials().stream().map(trial -> trial.results().size()).sorted().toList();
    assertEquals(List.of(1, 1, 1, 2, 2, 3), rungs);
    assertEquals(3, search.winner().results().size());
    assertTrue(search.testAccuracy().orElseThrow().mean() > 0.8);
    assertEquals(2, search.validationAccuracy().orElseThrow().size());
    assertFalse(Files.exists(folder.resolve("run/trials/1/checkpoints")));
  }

  @Test
  void whoTrainsAndInWhichOrderMakesNoDifference() throws IOException {
    Search here = search("here", PLAN, OPEN_ENDED, DATA, SearchRunTest::local);
    Search anew = search("anew", PLAN, OPEN_ENDED, DATA, run -> (trainings, data, results) -> {
      List<TrialTraining> backwards = new ArrayList<>(trainings);
      Collections.reverse(backwards);
      for (TrialTraining one : backwards) {
        TrainingFolder own = new TrainingFolder(one.folder().path());
        results.trained(one, TrainingRun.in(run).train(own, one.recipe(), data, BACKEND));
      }
    });
    assertEquals(results(here), results(anew));
  }

  @Test
  void aSearchThatIsKilledInTheMiddleOfAnEpochResumesToTheSameBits() throws IOException {
    Search undisturbed = search("undisturbed", PLAN, OPEN_ENDED, DATA, SearchRunTest::local);
    for (int steps : List.of(7, 40, 90, 25)) {
      assertThrows(
          IllegalStateException.class,
          () -> search("killed", PLAN, OPEN_ENDED, DATA, run -> failingAfter(steps, run)));
    }
    Search resumed = search("killed", PLAN, OPEN_ENDED, DATA, SearchRunTest::local);
    assertEquals(results(undisturbed), results(resumed));
    Search again = search("killed", PLAN, OPEN_ENDED, DATA, run -> (trainings, data, results) -> {
      throw new AssertionError("nothing is left to train");
    });
    assertEquals(results(undisturbed), results(again));
  }

  /** Saves every step, and ends like a crash. */
  private static TrialRunner failingAfter(int steps, RunFolder run) {
    TrainingListener listener = new TrainingListener() {
      private int done;

      @Override
      public Follower begins(Recipe recipe, TrainingData data) {
        return new Follower() {
          @Override
          public void onTrainBatchEnd(Training training, int step, BatchResult result) {
            if (++done > steps) {
              throw new IllegalStateException("killed");
            }
          }
        };
      }
    };
    return runner(run, listener);
  }

  private static TrialRunner runner(RunFolder run, TrainingListener listener) {
    TrainingRun training = new TrainingRun(
        run, Duration.ZERO, listener, TrainingRun.Pictures.NONE, TrainingRun.Watchers.NONE);
    return new LocalTrials(training, BACKEND);
  }

  @Test
  void whereSchedulesSpanTheEpochsEachRungBeginsAnew() throws IOException {
    Recipe cosine = Recipe.of(BuiltInNetwork.DENSE)
        .callbacks(LearningRateScheduler.perStep(CosineDecay.from(0.05)));
    Search search = search("run", PLAN, cosine, DATA, SearchRunTest::local);
    assertFalse(search.goesOn());
    int winner = search.winner().number();
    assertFalse(Files.exists(folder.resolve("run/trials/" + winner + "/checkpoints")));
    List<RungResult> rungs = search.winner().results();
    assertEquals(3, rungs.size());
    assertNotEquals(rungs.get(0).score(), rungs.get(2).score());
  }

  @Test
  void theTestImagesDecideNothing() throws IOException {
    Search search = search("run", PLAN, OPEN_ENDED, DATA, run -> (trainings, data, results) -> {
      assertEquals(DATA.validation(), Optional.of(data.test()));
      local(run).run(trainings, data, results);
    });
    TrainTest other =
        new TrainTest("tiny", DATA.whole().train(), TinyMnist.dataset(TinyMnist.TEST, 99), "ab12");
    TrainingData otherTest =
        new TrainingData(other, DATA.train(), DATA.validation(), DATA.splitting());
    Search again = search("other", PLAN, OPEN_ENDED, otherTest, SearchRunTest::local);
    assertEquals(search.trials().size(), again.trials().size());
    assertEquals(search.winner().number(), again.winner().number());
    assertEquals(
        search.repeats().stream().map(repeat -> bits(repeat.validation())).toList(),
        again.repeats().stream().map(repeat -> bits(repeat.validation())).toList());
    assertNotEquals(
        search.repeats().stream()
            .map(repeat -> repeat.test().orElseThrow().loss())
            .toList(),
        again.repeats().stream()
            .map(repeat -> repeat.test().orElseThrow().loss())
            .toList());
  }

  @Test
  void aTrialThatDivergesLoses() throws IOException {
    assertWildTrialsLose(Recipe.of(BuiltInNetwork.DENSE));
  }

  @Test
  void soDoesOneThatEndsBecauseItDiverges() throws IOException {
    assertWildTrialsLose(Recipe.of(BuiltInNetwork.DENSE).callbacks(TerminateOnNaN.instance()));
  }

  private void assertWildTrialsLose(Recipe plain) throws IOException {
    SearchPlan wild = new SearchPlan(
        Map.of(
            "learning-rate", Choices.of("0.01", "1e30"),
            "batch-size", Choices.of("20")),
        5,
        List.of(1, 2),
        2,
        2);
    Search search = search("run", wild, plain, DATA, SearchRunTest::local);
    long diverged =
        search.trials().stream().filter(trial -> trial.last().isDiverged()).count();
    assertTrue(diverged > 0 && diverged < 5, "diverged: " + diverged);
    assertEquals("0.01", search.winner().values().get("learning-rate"));
    Search again = search("run", wild, plain, DATA, run -> (trainings, data, results) -> {
      throw new AssertionError("those that diverged are not trained again");
    });
    assertEquals(results(search), results(again));
  }

  @Test
  void whereAllDivergeThereIsNoWinner() {
    SearchPlan wild = SearchPlan.random(
        Map.of("learning-rate", Choices.of("1e30"), "batch-size", Choices.of("20")), 2, 1);
    String message = Thrown.message(
        TrainingDivergedException.class,
        () -> search("run", wild, Recipe.of(BuiltInNetwork.DENSE), DATA, SearchRunTest::local));
    assertTrue(message.startsWith("all trials of a rung (1 epoch) diverged"), message);
  }

  @Test
  void withoutValidationImagesNothingCanBeChosen() {
    TrainingData none = TrainingData.of(DATA.whole());
    String message = Thrown.message(
        IllegalArgumentException.class,
        () -> search("run", PLAN, OPEN_ENDED, none, SearchRunTest::local));
    assertTrue(message.contains("no validation images"), message);
  }
}
