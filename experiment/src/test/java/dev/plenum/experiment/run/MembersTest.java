package dev.plenum.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backends;
import dev.plenum.api.TrainingDivergedException;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.augmentation.ImageAugmentation;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.MemberFailedException;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.RunRefusedException;
import dev.plenum.experiment.Thrown;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.experiment.TrainingData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembersTest {
  private static final TrainingData DATA = TinyMnist.data();
  private static final Recipe RECIPE =
      Recipe.of(BuiltInNetwork.DENSE).epochs(1).batchSize(20).seed(1);

  @TempDir
  Path folder;

  private List<StoredRun> train(Recipe recipe, int count) throws IOException {
    try (RunFolder run = RunFolder.open(folder.resolve("run"), "test")) {
      List<StoredRun> members = Members.of(TrainingRun.in(run), Backends.get("purejava"))
          .train(run.path(), recipe, count, DATA);
      run.finish();
      return members;
    }
  }

  @Test
  void finishedMembersAreTakenAsTheyAre() throws IOException {
    List<StoredRun> two = train(RECIPE, 2);
    assertEquals(2, two.get(1).record().setup().seed());
    assertTrue(Files.exists(two.get(0).model()));
    assertFalse(Files.exists(folder.resolve("run/1/checkpoints")));
    List<StoredRun> three = train(RECIPE, 3);
    assertEquals(two.get(0).record().toJson(), three.get(0).record().toJson());
    assertEquals(3, three.size());
    assertEquals(
        3,
        CommitteeOf.runs(three, Combination.average())
            .evaluate(DATA.test(), Backends.get("purejava"))
            .members()
            .size());
  }

  @Test
  void aMemberOfAnotherTrainingIsRefusedByWhatIsOther() throws IOException {
    train(RECIPE, 1);
    assertRefused(RECIPE.epochs(2), "other settings: epochs 1, not 2");
    assertRefused(RECIPE.batchSize(30), "other settings: batch size 20, not 30");
    assertRefused(RECIPE.seed(5), "other settings: seed 1, not 5");
    assertRefused(RECIPE.optimizer(Sgd.defaults()), "other settings: optimizer Adam");
    assertRefused(
        RECIPE.augmentation(ImageAugmentation.none().rotation(5)),
        "other settings: augmentation [], not [{");
    Recipe other = Recipe.of(BuiltInNetwork.SIMPLE_CONV).batchSize(20);
    assertRefused(other, "another network");
  }

  private void assertRefused(Recipe recipe, String what) {
    String e = Thrown.message(RunRefusedException.class, () -> train(recipe, 1));
    assertTrue(e.contains("run/1/run.json was trained with " + what), e);
    assertTrue(e.endsWith("or delete its folder to train it again"), e);
  }

  /** Trains three, of which the first fails. */
  private List<StoredRun> trainAtLeast(int least, List<MemberFailedException> failures)
      throws IOException {
    try (RunFolder run = RunFolder.open(folder.resolve("run"), "test")) {
      TrainingRun training = TrainingRun.in(run);
      NetworkTrainer firstFails = (folder, recipe, data, backend) -> {
        if (recipe.seed() == 1) {
          throw new TrainingDivergedException("the loss is not a number");
        }
        return training.train(folder, recipe, data, backend);
      };
      Members.Listener listener = new Members.Listener() {
        @Override
        public void fails(MemberFailedException failure) {
          failures.add(failure);
        }
      };
      return new Members(firstFails, Backends.get("purejava"), 1, 1, listener)
          .trainAtLeast(least, run.path(), MemberRecipes.of(RECIPE, 3), DATA);
    }
  }

  @Test
  void aCommitteeDoesWithoutAMemberThatFails() throws IOException {
    List<MemberFailedException> failures = new ArrayList<>();
    List<StoredRun> two = trainAtLeast(2, failures);
    assertEquals(
        List.of(2L, 3L), two.stream().map(run -> run.record().setup().seed()).toList());
    assertEquals(1, failures.size());
    assertEquals(1, failures.get(0).member().number());
  }

  @Test
  void aCommitteeThatIsTooSmallFails() {
    List<MemberFailedException> failures = new ArrayList<>();
    MemberFailedException e =
        assertThrows(MemberFailedException.class, () -> trainAtLeast(3, failures));
    assertEquals(
        "member 1 of 3 (seed 1) could not be trained: the loss is not a number", e.getMessage());
    assertEquals(List.of(), failures);
  }
}
