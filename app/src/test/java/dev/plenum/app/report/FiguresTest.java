package dev.plenum.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void durationsAreGivenInFittingUnits() {
    assertEquals("41.5 s", Figures.duration(41.52));
    assertEquals("12 min 5 s", Figures.duration(725.4));
    assertEquals("3 h 20 min", Figures.duration(12_000));
    assertEquals("1 min 0 s", Figures.duration(59.97));
    assertEquals("1 h 0 min", Figures.duration(3599.7));
  }

  @Test
  void differencesHaveTheirSign() {
    assertEquals("+1.2", Figures.difference(1.23));
    assertEquals("-1.2", Figures.difference(-1.23));
    assertEquals("0.0", Figures.difference(-0.04));
  }
}
