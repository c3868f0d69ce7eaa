package dev.plenum.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers worked out by hand. */
class CombinationTest {

  private static float[] combine(Combination combination, float[]... members) {
    float[] combined = new float[members[0].length];
    combination.combine(List.of(members), 0, combined.length, combined);
    return combined;
  }

  private static float[] row(double... values) {
    float[] row = new float[values.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) values[i];
    }
    return row;
  }

  @Test
  void theAverageIsTheArithmeticMean() {
    assertArrayEquals(
        row(0.5, 0.25, 0.25),
        combine(Combination.average(), row(1, 0, 0), row(0.25, 0.5, 0.25), row(0.25, 0.25, 0.5)));
  }

  @Test
  void weightsNeedNotAddUpToOne() {
    // (3·0.5 + 1·0.1) / 4, (3·0.5 + 1·0.9) / 4
    assertArrayEquals(
        row(0.4, 0.6),
        combine(Combination.weightedAverage(3, 1), row(0.5, 0.5), row(0.1, 0.9)),
        1e-7f);
  }

  @Test
  void aWeightOfZeroSilencesAMember() {
    assertArrayEquals(
        row(0.25, 0.75),
        combine(Combination.weightedAverage(0, 2), row(0.5, 0.5), row(0.25, 0.75)));
  }

  @Test
  void theGeometricMeanIsDividedByItsSum() {
    // √(0.8 · 0.2) = 0.4, √(0.2 · 0.8) = 0.4
    assertArrayEquals(
        row(0.5, 0.5), combine(Combination.geometricMean(), row(0.8, 0.2), row(0.2, 0.8)), 1e-7f);
    // √(0.9 · 0.4) = 0.6, √(0.1 · 0.4) = 0.2, √(0 · 0.2) = 0: in all 0.8
    assertArrayEquals(
        row(0.75, 0.25, 0),
        combine(Combination.geometricMean(), row(0.9, 0.1, 0), row(0.4, 0.4, 0.2)),
        1e-7f);
    // The first two do not care, the third says 1 : 27, whose cube roots are 1 : 3.
    assertArrayEquals(
        row(0.25, 0.75),
        combine(
            Combination.geometricMean(), row(0.5, 0.5), row(0.5, 0.5), row(1 / 28.0, 27 / 28.0)),
        1e-7f);
  }

  @Test
  void membersThatRuleOutEachOthersClassesStillGiveAGeometricMean() {
    assertArrayEquals(
        row(0.5, 0.5, 0), combine(Combination.geometricMean(), row(1, 0, 0), row(0, 1, 0)), 1e-7f);
    // Two of three say the first class.
    float[] combined = combine(Combination.geometricMean(), row(1, 0), row(1, 0), row(0, 1));
    assertTrue(combined[0] > 0.999f, "found " + combined[0]);
  }

  @Test
  void verySmallProbabilitiesDoNotUnderflowInAGeometricMean() {
    assertArrayEquals(
        row(0.25, 0.75),
        combine(Combination.geometricMean(), row(1e-38, 3e-38), row(1e-38, 3e-38)),
        1e-6f);
  }

  @Test
  void aVoteGivesShares() {
    assertArrayEquals(
        row(0.5, 0.25, 0.25),
        combine(
            Combination.majorityVote(),
            row(0.4, 0.3, 0.3),
            row(0.1, 0.8, 0.1),
            row(0.4, 0.3, 0.3),
            row(0, 0, 1)));
  }

  @Test
  void aMemberVotesForTheFirstOfEquallyProbableClasses() {
    assertArrayEquals(row(0, 1, 0), combine(Combination.majorityVote(), row(0.2, 0.4, 0.4)));
  }

  @Test
  void ofTiedClassesTheMostProbableInSumWinsByOneFloat() {
    float[] combined =
        combine(Combination.majorityVote(), row(0.5, 0.3, 0.2), row(0.05, 0.9, 0.05));
    assertArrayEquals(new float[] {0.5f, Math.nextUp(0.5f), 0}, combined);
  }

  @Test
  void theVotesOfTheLosersDecideATie() {
    // Classes 0 and 1 have two votes each; the vote for class 2 favours class 0.
    float[] combined = combine(
        Combination.majorityVote(),
        row(0.6, 0.4, 0),
        row(0.6, 0.4, 0),
        row(0.4, 0.6, 0),
        row(0.4, 0.6, 0),
        row(0.3, 0.1, 0.6));
    assertArrayEquals(new float[] {Math.nextUp(0.4f), 0.4f, 0.2f}, combined);
  }

  @Test
  void threeTiedClassesAreDecidedByTheirSums() {
    float[] combined = combine(
        Combination.majorityVote(), row(0.5, 0.3, 0.2), row(0.3, 0.4, 0.3), row(0.1, 0.1, 0.8));
    assertArrayEquals(new float[] {1 / 3f, 1 / 3f, Math.nextUp(1 / 3f)}, combined);
  }

  @Test
  void theFirstOfClassesThatAreTiedInVotesAndSumsWins() {
    float[] combined = combine(Combination.majorityVote(), row(0.25, 0.75), row(0.75, 0.25));
    assertArrayEquals(new float[] {Math.nextUp(0.5f), 0.5f}, combined);
  }

  @Test
  void aTieOfLosersChangesNothing() {
    assertArrayEquals(
        row(0.25, 0.25, 0.5),
        combine(
            Combination.majorityVote(), row(1, 0, 0), row(0, 1, 0), row(0, 0, 1), row(0, 0, 1)));
  }

  @Test
  void aNumberThatIsNoneIsNotHidden() {
    for (Combination combination : List.of(
        Combination.average(), Combination.weightedAverage(1, 1), Combination.geometricMean())) {
      float[] combined = combine(combination, row(Double.NaN, 0.5), row(0.5, 0.5));
      assertTrue(Float.isNaN(combined[0]), combination.name());
    }
  }

  @Test
  void imagesBeforeAndBehindAreLeftAlone() {
    for (Combination combination : Combinations.of(2)) {
      float[] combined = {7, 7, 7, 7, 7, 7};
      combination.combine(
          List.of(row(9, 9, 0.5, 0.5, 9, 9), row(9, 9, 1, 0, 9, 9)), 2, 2, combined);
      assertArrayEquals(new float[] {7, 7}, new float[] {combined[0], combined[1]});
      assertArrayEquals(new float[] {7, 7}, new float[] {combined[4], combined[5]});
      assertTrue(combined[2] >= combined[3], combination.name());
    }
  }

  @Test
  void combinationsHaveNames() {
    for (Combination combination :
        List.of(Combination.average(), Combination.geometricMean(), Combination.majorityVote())) {
      assertEquals(combination, Combination.named(combination.name()));
      assertEquals(List.of(), combination.weights());
    }
    assertEquals("weighted", Combination.weightedAverage(1, 2).name());
    assertEquals(List.of(1.0, 2.0), Combination.weightedAverage(1, 2).weights());
  }

  @Test
  void anUnknownNameIsToldWhatThereIs() {
    assertEquals(
        "there is no combination 'mean'; there are: average, geometric, vote",
        Refusals.messageOf(IllegalArgumentException.class, () -> Combination.named("mean")));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void aBadWeightIsRefused(double weight) {
    assertEquals(
        "a weight must be at least 0 and finite, found [1.0, %s]".formatted(weight),
        Refusals.messageOf(
            IllegalArgumentException.class, () -> Combination.weightedAverage(1, weight)));
  }

  @Test
  void weightsWithoutAUsableSumAreRefused() {
    for (double weight : new double[] {0, Double.MAX_VALUE}) {
      assertTrue(Refusals.messageOf(
              IllegalArgumentException.class, () -> Combination.weightedAverage(weight, weight))
          .startsWith("the weights must have a finite sum greater than 0, found ["));
    }
    assertTrue(Refusals.messageOf(IllegalArgumentException.class, Combination::weightedAverage)
        .startsWith("the weights must have a finite sum"));
  }

  @Test
  void weightsBelongToTheWeightedAverageOneForEachMember() {
    assertEquals(
        new WeightedAverage(List.of(1.0, 2.0)),
        Combination.named("weighted", List.of(1.0, 2.0), 2));
    assertEquals(Combination.geometricMean(), Combination.named("geometric", List.of(), 2));
    String alone = Refusals.messageOf(
        IllegalArgumentException.class, () -> Combination.named("vote", List.of(1.0, 2.0), 2));
    assertTrue(alone.contains("only the weighted average has weights"), alone);
    String fewer = Refusals.messageOf(
        IllegalArgumentException.class, () -> Combination.named("weighted", List.of(1.0), 2));
    assertTrue(fewer.contains("each of the 2 members, found 1"), fewer);
  }
}
