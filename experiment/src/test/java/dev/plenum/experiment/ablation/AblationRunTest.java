package dev.plenum.experiment.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.Thrown;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.TrainingRun;
import dev.plenum.experiment.trial.LocalTrials;
import dev.plenum.experiment.trial.TrialListener;
import dev.plenum.experiment.trial.TrialRunner;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AblationRunTest {
  private static final TrainingData DATA = TinyMnist.data();
  private static final Backend BACKEND = Backends.get("purejava");
  private static final Recipe BASE =
      Recipe.of(BuiltInNetwork.DENSE).optimizer(sgd(0.01)).batchSize(20).epochs(1);
  private static final AblationPlan PLAN = new AblationPlan(
      BASE,
      new TreeMap<>(Map.of(
          "same", BASE,
          "slow", BASE.optimizer(sgd(1e-6)),
          "wild", BASE.optimizer(sgd(1e30)))),
      3,
      5,
      2);

  @TempDir
  Path folder;

  private static Sgd sgd(double rate) {
    return Sgd.defaults().learningRate(rate);
  }

  private Ablation ablate(TrialRunner runner, RunFolder run) throws IOException {
    return new AblationRun(
            PLAN,
            DATA.whole(),
            TinyMnist.TRAIN,
            Seed.seed(42),
            fold -> fold,
            runner,
            run.path(),
            TrialListener.NONE)
        .run(BACKEND, Invocation.of("test"));
  }

  private Ablation ablate() throws IOException {
    try (RunFolder run = RunFolder.open(folder.resolve("run"), "test")) {
      LocalTrials local = new LocalTrials(TrainingRun.in(run), BACKEND);
      return ablate(
          (trainings, data, results) -> {
            assertEquals(TinyMnist.TRAIN / 3, data.test().size());
            assertEquals(TinyMnist.TRAIN * 2 / 3, data.train().size());
            local.run(trainings, data, results);
          },
          run);
    }
  }

  @Test
  void eachRecipeIsComparedWithTheBaseImageByImage() throws IOException {
    Ablation ablation = ablate();
    assertEquals(
        List.of("base", "same", "slow", "wild"),
        ablation.variants().stream().map(Variant::name).toList());
    assertEquals(18, ablation.results().size());
    assertEquals(6, ablation.diverged().size());
    List<Effect> effects = ablation.effects(); // wild has none
    assertEquals(2, effects.size());

    Effect same = effects.get(0);
    assertEquals(0, same.test().onlyFirst() + same.test().onlySecond());
    assertEquals(0, same.accuracyDifference().mean());
    assertEquals(0, same.errorReduction());
    assertFalse(same.isDecided());
    assertEquals(6, same.pairs().size());

    Effect slow = effects.get(1);
    assertTrue(slow.isDecided());
    assertFalse(slow.isBetter());
    assertTrue(slow.accuracyDifference().mean() < -0.1, slow.accuracyDifference() + "");
    assertTrue(slow.errorReduction() < -0.05, slow.errorReduction() + "");
    assertTrue(slow.lossDifference().mean() > 0);
    assertEquals(2 * slow.test().pValue(), slow.pValue(), 1e-12); // Holm's, of two
  }

  @Test
  void whatIsTrainedIsNotTrainedAgain() throws IOException {
    Ablation first = ablate();
    try (RunFolder run = RunFolder.open(folder.resolve("run"), "test")) {
      Ablation again = ablate(
          (trainings, data, results) -> {
            throw new AssertionError("nothing is left to train");
          },
          run);
      assertEquals(first.results(), again.results());
      assertEquals(first.diverged(), again.diverged());
    }
    assertTrue(Files.exists(folder.resolve("run/trainings/slow/fold-3-seed-6/run.json")));
  }

  @Test
  void recipesTakeTurns() {
    List<String> turns =
        PLAN.cells(1).stream().map(AblationPlan.AblationCell::recipe).toList();
    assertEquals(List.of("base", "same", "slow", "wild", "same", "slow", "wild", "base"), turns);
    assertEquals(24, PLAN.trainings());
  }

  @Test
  void aPlanThatComparesNothingIsRefused() {
    assertRefused(Map.of(), 3, "there must be a recipe to compare with the base");
    assertRefused(Map.of("base", BASE), 3, "a recipe cannot be called 'base'");
    assertRefused(Map.of("same", BASE), 1, "there must be at least 2 folds, found 1");
  }

  private static void assertRefused(Map<String, Recipe> variants, int folds, String what) {
    assertEquals(
        what,
        Thrown.message(
            IllegalArgumentException.class, () -> new AblationPlan(BASE, variants, folds, 1, 1)));
  }

  @Test
  void whatIsWrittenOfRecipesIsReadAgain() throws IOException {
    Map<String, Map<String, String>> changes =
        Map.of("cutout", Map.of("rotation", "5"), "ema", Map.of("ema-momentum", "0.99"));
    RecipeChanges.write(changes, folder);
    assertEquals(changes, RecipeChanges.read(folder));
    assertEquals("cutout.8", RecipeChanges.nameOf(Path.of("recipes/cutout.8.conf")));
  }
}
