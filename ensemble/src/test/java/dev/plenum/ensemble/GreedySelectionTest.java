package dev.plenum.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.api.Classifier;
import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import dev.plenum.ensemble.GreedySelection.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class GreedySelectionTest {
  private static final Dataset IMAGES = FixedClassifier.images(2, 0, 0, 0, 0);

  /** What a candidate gives the true class of each image, of two classes. */
  private static FixedClassifier candidate(double... truth) {
    float[][] rows = new float[truth.length][];
    for (int i = 0; i < truth.length; i++) {
      rows[i] = new float[] {(float) truth[i], (float) (1 - truth[i])};
    }
    return new FixedClassifier(rows);
  }

  private static List<Integer> order(GreedySelection selection) {
    return selection.steps().stream().map(Step::candidate).toList();
  }

  @Test
  void whoMakesUpForTheOthersMistakesJoinsBeforeWhoIsBetterAlone() {
    FixedClassifier best = candidate(0.9, 0.9, 0.9, 0.25);
    FixedClassifier like = candidate(0.9, 0.9, 0.85, 0.25);
    FixedClassifier other = candidate(0.25, 0.25, 0.9, 0.9);
    GreedySelection found =
        GreedySelection.of(Combination.average(), List.of(like, other, best), IMAGES);
    assertEquals(List.of(2, 1, 0), order(found));
    List<Double> accuracies = found.steps().stream().map(Step::accuracy).toList();
    assertEquals(List.of(0.75, 1.0, 0.75), accuracies);
    assertEquals(List.of(1, 2), found.chosen(2));
  }

  @Test
  void eachStepHasTheFiguresOfTheCommitteeUpToThere() {
    List<FixedClassifier> candidates = List.of(
        candidate(0.9, 0.4, 0.6, 0.2),
        candidate(0.6, 0.6, 0.3, 0.7),
        candidate(0.5, 0.1, 0.9, 0.9));
    for (Combination combination :
        List.of(Combination.average(), Combination.geometricMean(), Combination.majorityVote())) {
      GreedySelection found = GreedySelection.of(combination, candidates, IMAGES);
      for (int members = 1; members <= 3; members++) {
        List<? extends Classifier> chosen =
            found.chosen(members).stream().map(candidates::get).toList();
        Evaluation committee = new Committee(combination, chosen).evaluate(IMAGES);
        Step step = found.steps().get(members - 1);
        assertEquals(committee.accuracy(), step.accuracy());
        assertEquals(committee.loss(), step.loss());
      }
    }
  }

  @Test
  void ofEquallyAccurateOnesTheSmallerLossJoinsAndOfEqualOnesTheFirst() {
    FixedClassifier unsure = candidate(0.6, 0.6, 0.6, 0.6);
    FixedClassifier sure = candidate(0.9, 0.9, 0.9, 0.9);
    assertEquals(
        List.of(1, 2, 0, 3),
        order(GreedySelection.of(
            Combination.average(), List.of(unsure, sure, sure, unsure), IMAGES)));
  }

  @Test
  void imagesAreAskedAboutInChunksAndAnswersKeepTheirOrder() {
    int[] labels = new int[300];
    float[][] rows = new float[256][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new float[] {i / 256f, 1 - i / 256f};
    }
    float[] all =
        GreedySelection.probabilities(new FixedClassifier(rows), FixedClassifier.images(2, labels));
    assertEquals(600, all.length);
    assertArrayEquals(rows[43], new float[] {all[2 * 299], all[2 * 299 + 1]}); // bytes wrap
  }

  @Test
  void whatCannotBeSelectedIsRefused() {
    List<FixedClassifier> two = List.of(candidate(1, 1, 1, 1), candidate(0, 0, 0, 0));
    assertRefused(
        "there must be a candidate",
        () -> GreedySelection.of(Combination.average(), List.of(), IMAGES));
    assertRefused(
        "members that are selected have no weights: choose another combination",
        () -> GreedySelection.of(Combination.weightedAverage(1, 2), two, IMAGES));
    assertRefused(
        "the candidate tells 2 classes apart, the dataset has 3",
        () -> GreedySelection.of(Combination.average(), two, FixedClassifier.images(3, 0)));
    assertRefused(
        "each candidate must say 8 probabilities",
        () -> GreedySelection.among(Combination.average(), List.of(new float[7]), IMAGES));
    GreedySelection found = GreedySelection.of(Combination.average(), two, IMAGES);
    assertRefused("from 1 to 2 members can be selected, not 3", () -> found.chosen(3));
    assertRefused("from 1 to 2 members can be selected, not 0", () -> found.chosen(0));
  }

  private static void assertRefused(String start, Runnable selection) {
    String message = String.valueOf(
        assertThrows(IllegalArgumentException.class, selection::run).getMessage());
    assertEquals(start, message.substring(0, Math.min(start.length(), message.length())));
  }
}
