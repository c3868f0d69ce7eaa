package dev.plenum.experiment.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.History;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.TestResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StageResultTest {
  private static final int IMAGES = 10_000;

  @Test
  void stagesAreTheExperiments() {
    assertEquals(
        List.of("1a", "1b", "2", "3", "4", "5"),
        Arrays.stream(Stage.values()).map(Stage::id).toList());
    assertEquals(
        List.of(false, false, true, true, true, true),
        Arrays.stream(Stage.values()).map(Stage::isAugmented).toList());
    assertEquals(
        List.of(false, false, false, true, true, true),
        Arrays.stream(Stage.values()).map(Stage::reducesLearningRate).toList());
    assertEquals(
        List.of(40, 40, 40, 30, 30, 30),
        Arrays.stream(Stage.values()).map(Stage::epochs).toList());
    assertEquals(
        List.of(1, 1, 1, 1, 5, 5),
        Arrays.stream(Stage.values()).map(Stage::members).toList());
  }

  @Test
  void aStandardErrorIsThatOfThePublishedAccuracy() {
    assertEquals(0.000746, Stage.LEARNING_RATE_REDUCTION.published().standardError(IMAGES), 5e-7);
    assertEquals(0.000509, Stage.DEEP_COMMITTEE.published().standardError(IMAGES), 5e-7);
  }

  @Test
  void theDifferenceIsCountedInStandardErrors() {
    // 0.0015 / 0.000746
    StageResult below = Reproductions.with(Stage.LEARNING_RATE_REDUCTION, 0.02, 0.9929);
    assertEquals(-2.010, below.standardErrors(IMAGES), 5e-4);
    assertFalse(below.holds(IMAGES));

    StageResult nearly = Reproductions.with(Stage.LEARNING_RATE_REDUCTION, 0.02, 0.9930);
    assertEquals(-1.876, nearly.standardErrors(IMAGES), 5e-4);
    assertTrue(nearly.holds(IMAGES));
    assertFalse(nearly.holds(4 * IMAGES));
  }

  @Test
  void betterThanPublishedHolds() {
    StageResult better = Reproductions.with(Stage.DENSE, 0.05, 0.9990);
    assertTrue(better.standardErrors(IMAGES) > 10);
    assertTrue(better.holds(IMAGES));
  }

  @Test
  void severalRunsAreJudgedByTheirMean() {
    StageResult result = new StageResult(
        Stage.DENSE,
        List.of(
            Reproductions.run(Stage.DENSE, 1, 0.10, 0.980),
            Reproductions.run(Stage.DENSE, 2, 0.14, 0.984)),
        Optional.empty());
    assertEquals(0.982, result.accuracy(), 1e-12);
    assertEquals(0.12, result.loss(), 1e-12);
    assertEquals(
        (0.982 - 0.9806) / Stage.DENSE.published().standardError(IMAGES),
        result.standardErrors(IMAGES),
        1e-9);
  }

  @Test
  void aCommitteeIsJudgedByItselfNotByItsMembers() {
    StageResult result = Reproductions.published(Stage.DEEP_COMMITTEE);
    assertEquals(0.9974, result.accuracy());
    assertEquals(0.0076, result.loss());
    assertEquals(0, result.standardErrors(IMAGES));
  }

  @Test
  void aCommitteesResultIsThereExactlyWhereTheStageHasOne() {
    List<RunRecord> runs = List.of(Reproductions.run(Stage.COMMITTEE, 1, 0.02, 0.99));
    assertThrows(
        IllegalArgumentException.class,
        () -> new StageResult(Stage.COMMITTEE, runs, Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new StageResult(Stage.DENSE, runs, Optional.of(new TestResult(0.02, 0.99, 100))));
  }

  @Test
  void resultsWithoutTrainingAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new StageResult(Stage.DENSE, List.of(), Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new StageResult(
            Stage.DENSE,
            List.of(Reproductions.run(1, 0.1, 0.9, History.empty())),
            Optional.empty()));
    assertThrows(IllegalArgumentException.class, () -> Reproductions.of(List.of()));
  }
}
