package dev.plenum.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.SoftmaxCrossEntropy;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for random probabilities. */
class CombinationPropertiesTest {
  private static final int ROUNDS = 300;

  private final CounterRandom random = CounterRandom.of(Purpose.GENERATION, new Seed(3));
  private long counter;

  private int between(int low, int high) {
    return low + random.below(counter++, high - low + 1);
  }

  /** Softmax of logits that are sometimes so far apart that probabilities become 0 and 1. */
  private float[] probabilities(int classes) {
    double spread = between(1, 60);
    float[] logits = new float[classes];
    for (int i = 0; i < classes; i++) {
      logits[i] = (float) random.uniform(counter++, -spread, spread);
    }
    float[] probabilities = new float[classes];
    SoftmaxCrossEntropy.probabilities(logits, 0, classes, probabilities, 0);
    return probabilities;
  }

  private List<float[]> members(int count, int classes) {
    List<float[]> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      members.add(probabilities(classes));
    }
    return members;
  }

  private static float[] combine(Combination combination, List<float[]> members) {
    float[] combined = new float[members.get(0).length];
    combination.combine(members, 0, combined.length, combined);
    return combined;
  }

  private static int argmax(float[] probabilities) {
    return SoftmaxCrossEntropy.argmax(probabilities, 0, probabilities.length);
  }

  @Test
  void combinedProbabilitiesAreProbabilities() {
    for (int round = 0; round < ROUNDS; round++) {
      List<float[]> members = members(between(1, 7), between(2, 12));
      for (Combination combination : Combinations.of(members.size())) {
        double sum = 0;
        for (float p : combine(combination, members)) {
          assertTrue(p >= 0 && p <= 1, combination.name() + " gave " + p);
          sum += p;
        }
        assertEquals(1, sum, 1e-5, combination.name());
      }
    }
  }

  @Test
  void oneMemberAloneIsItself() {
    for (int round = 0; round < ROUNDS; round++) {
      float[] member = probabilities(between(2, 12));
      List<float[]> alone = List.of(member);
      assertArrayEquals(member, combine(Combination.average(), alone));
      assertArrayEquals(member, combine(Combination.weightedAverage(0.3), alone), 1e-7f);
      assertArrayEquals(member, combine(Combination.geometricMean(), alone), 1e-6f);
      float[] votes = new float[member.length];
      votes[argmax(member)] = 1;
      assertArrayEquals(votes, combine(Combination.majorityVote(), alone));
    }
  }

  @Test
  void identicalMembersAreAsOne() {
    for (int round = 0; round < ROUNDS; round++) {
      float[] member = probabilities(between(2, 12));
      List<float[]> same = Collections.nCopies(between(2, 9), member);
      assertArrayEquals(member, combine(Combination.average(), same));
      for (Combination combination : Combinations.of(same.size())) {
        float[] combined = combine(combination, same);
        assertEquals(member[argmax(member)], member[argmax(combined)], combination.name());
      }
      assertArrayEquals(member, combine(Combination.geometricMean(), same), 1e-6f);
    }
  }

  @Test
  void theOrderOfTheMembersMakesNoDifferenceToTheBit() {
    for (int round = 0; round < ROUNDS; round++) {
      List<float[]> members = members(between(2, 9), between(2, 12));
      int[] order = random.at(round).permutation(members.size());
      List<float[]> shuffled = new ArrayList<>();
      double[] weights = new double[order.length];
      double[] shuffledWeights = new double[order.length];
      for (int i = 0; i < order.length; i++) {
        shuffled.add(members.get(order[i]));
        weights[i] = random.uniform(counter++);
      }
      for (int i = 0; i < order.length; i++) {
        shuffledWeights[i] = weights[order[i]];
      }
      for (Combination combination : Combinations.of(members.size())) {
        assertArrayEquals(
            combine(combination, members), combine(combination, shuffled), combination.name());
      }
      assertArrayEquals(
          combine(Combination.weightedAverage(weights), members),
          combine(Combination.weightedAverage(shuffledWeights), shuffled));
    }
  }

  @Test
  void equalWeightsAreTheAverage() {
    for (int round = 0; round < ROUNDS; round++) {
      List<float[]> members = members(between(1, 7), between(2, 12));
      double[] ones = members.stream().mapToDouble(member -> 1).toArray();
      assertArrayEquals(
          combine(Combination.average(), members),
          combine(Combination.weightedAverage(ones), members));
    }
  }

  @Test
  void theDecisionOfAVoteIsAClassWithTheMostVotes() {
    for (int round = 0; round < ROUNDS; round++) {
      List<float[]> members = members(between(1, 6), 3);
      int[] votes = new int[3];
      members.forEach(member -> votes[argmax(member)]++);
      int decision = argmax(combine(Combination.majorityVote(), members));
      for (int c = 0; c < 3; c++) {
        assertTrue(votes[decision] >= votes[c]);
        if (votes[decision] == votes[c] && c != decision) {
          assertTrue(sum(members, decision) >= sum(members, c) - 1e-12);
        }
      }
    }
  }

  private static double sum(List<float[]> members, int index) {
    return members.stream().mapToDouble(member -> member[index]).sum();
  }
}
