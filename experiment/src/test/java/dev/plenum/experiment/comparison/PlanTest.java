package dev.plenum.experiment.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {
  @Test
  void backendsTakeTurnsAndEverySeedBeginsWithAnother() {
    Plan plan = new Plan(List.of("a", "b"), Map.of(), List.of("n", "m"), 4, 7, 2);
    assertEquals(
        List.of(
            "a, n, seed 7",
            "b, n, seed 7",
            "a, m, seed 7",
            "b, m, seed 7",
            "b, n, seed 8",
            "a, n, seed 8",
            "b, m, seed 8",
            "a, m, seed 8",
            "a, n, seed 7, repeated",
            "b, n, seed 7, repeated",
            "a, m, seed 7, repeated",
            "b, m, seed 7, repeated"),
        plan.cells().stream().map(Cell::toString).toList());
  }

  @Test
  void everyCellHasAFolderOfItsOwn() {
    Plan plan = Plan.of(List.of("a", "b c/d"), List.of("n", "m"), 1);
    List<String> folders = plan.cells().stream().map(Cell::folderName).toList();
    assertEquals(folders.size(), folders.stream().distinct().count());
    assertEquals("a-n-seed1", folders.get(0));
    assertEquals("b_c_d-n+fb4732c63a6a-seed1", folders.get(1));
  }
}
