package dev.plenum.experiment.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.experiment.statistics.McNemar;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void resultsAreGroupedByNetworkAndBackendWithoutTheRepeats() {
    List<Group> groups = Comparisons.alike(3, 2, "dense", "simple-conv").groups();
    assertEquals(
        List.of("dense purejava", "dense dl4j", "simple-conv purejava", "simple-conv dl4j"),
        groups.stream().map(group -> group.network() + " " + group.backend()).toList());
    assertTrue(groups.stream().allMatch(group -> group.results().size() == 3));
    assertEquals(0.98, groups.get(0).accuracy().mean(), 1e-12);
    assertEquals(0, groups.get(0).accuracy().standardDeviation(), 1e-12);
  }

  @Test
  void aRepeatTellsWhetherTheSameBitsComeOut() {
    List<Group> groups = Comparisons.unsteady().groups();
    assertTrue(groups.get(0).isRepeatable().orElseThrow());
    assertFalse(groups.get(1).isRepeatable().orElseThrow());
  }

  @Test
  void backendsAreComparedSeedBySeed() {
    Duel duel = Comparisons.alike(3, 2, "dense").duels().get(0);
    assertEquals(3, duel.pairs().size());
    assertTrue(duel.isFair());
    assertEquals(new McNemar(2, 2), duel.pairs().get(1).test());
    assertEquals(new McNemar(2, 2), duel.pooledTest());
    assertEquals(0.996, duel.agreement().mean(), 1e-12);
    assertEquals(0, duel.lossDistance().mean(), 1e-12);
    assertEquals(1.98, duel.ratio(CellResult::trainedPerSecond).mean(), 0.02);
  }

  @Test
  void onlySeedsThatBothHaveAreCompared() {
    Comparison broken = Comparisons.broken("plenum compare");
    assertFalse(broken.isComplete());
    assertEquals(1, broken.duels().get(0).pairs().size());
    assertEquals(0, Comparisons.empty().duels().size());
  }

  @Test
  void aSteadyEpochIsNotTheFirst() {
    CellResult result = Comparisons.alike(1, 1, "dense").results().get(0);
    assertEquals(result.firstEpochSeconds(), result.steadyEpochSeconds());
    assertEquals(5000 / 1.01, result.trainedPerSecond(), 1e-9);
  }
}
