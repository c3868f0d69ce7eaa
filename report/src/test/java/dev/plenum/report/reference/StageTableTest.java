package dev.plenum.report.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.experiment.reference.ReferencePlan;
import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.experiment.reference.Reproductions;
import dev.plenum.experiment.reference.Stage;
import dev.plenum.experiment.reference.StageResult;
import dev.plenum.persistence.RunRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StageTableTest {
  @Test
  void everyStageHasARowWithThePublishedFiguresAndOurs() {
    List<List<String>> rows = StageTable.rows(Reproductions.of(List.of(
        Reproductions.with(Stage.SIMPLE_CONV, 0.0401, 0.9911),
        Reproductions.with(Stage.DEEP_COMMITTEE, 0.0081, 0.9971))));
    assertEquals(4, rows.size());
    assertEquals(
        List.of("1a", "simple-conv", "40", "0.0432", "0.9907", "0.0401", "0.9911", "+0.4"),
        rows.get(2));
    assertEquals(
        List.of(
            "5",
            "committee of deep-conv, 5 members",
            "30",
            "0.0076",
            "0.9974",
            "0.0081",
            "0.9971",
            "-0.6"),
        rows.get(3));
  }

  @Test
  void allRowsHaveTheSameNumberOfCells() {
    assertEquals(
        1,
        StageTable.rows(Reproductions.published()).stream()
            .map(List::size)
            .distinct()
            .count());
  }

  @Test
  void noDifferenceHasNoSign() {
    List<List<String>> rows = StageTable.rows(Reproductions.published());
    assertEquals("0.0", rows.get(2).get(7));
  }

  @Test
  void severalRunsAndFewerEpochsAreSaid() {
    RunRecord one = Reproductions.run(Stage.DENSE, 1, 0.1, 0.98);
    RunRecord shortened = Reproductions.run(1, 0.1, 0.98, Reproductions.history(3, 0.9, 0.97));
    List<String> several =
        StageTable.cells(new StageResult(Stage.DENSE, List.of(one, one), Optional.empty()), 10_000);
    List<String> quick = StageTable.cells(
        new StageResult(Stage.DENSE, List.of(shortened), Optional.empty()), 10_000);
    assertEquals("dense, mean of 2", several.get(1));
    assertEquals("3 of 40", quick.get(2));
  }

  @Test
  void aFullRunOnMnistIsCompared() {
    List<String> notes = StageTable.notes(Reproductions.published());
    assertTrue(notes.get(0).contains("10,000 test images"), notes.toString());
    assertFalse(notes.toString().contains("orientation"), notes.toString());
  }

  @Test
  void anotherRunIsForOrientationOnly() {
    List<StageResult> stages = List.of(Reproductions.published(Stage.DENSE));
    String quick = StageTable.notes(Reproductions.of(stages, true, "mnist")).toString();
    assertTrue(quick.contains("quick run on mnist"), quick);
    assertTrue(quick.contains("only for orientation"), quick);
    String other = StageTable.notes(Reproductions.of(stages, false, "digits")).toString();
    assertTrue(other.contains("full run on digits"), other);
    assertTrue(other.contains("only for orientation"), other);
  }

  @Test
  void aRunThatIsNotThePublishedRecipeIsNotCompared() {
    Reproduction fewer = new Reproduction(
        ReferencePlan.published(),
        List.of(Reproductions.published(Stage.DENSE)),
        List.of("3 epochs instead of 40 in stage 1b"),
        Reproductions.data("mnist"),
        Reproductions.invocation("plenum reproduce"),
        Reproductions.PLATFORM);
    assertFalse(fewer.isComparable());
    String notes = StageTable.notes(fewer).toString();
    assertTrue(
        notes.contains("not the published recipe (3 epochs instead of 40 in stage 1b) on mnist"),
        notes);
    assertTrue(ReproductionFindings.of(fewer).get(0).startsWith("No verdict: "), notes);
  }
}
