package dev.plenum.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.experiment.statistics.Sample;
import java.util.List;
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

  @Test
  void threeDigitsCount() {
    assertEquals("12,345", Figures.significant(12_345.4));
    assertEquals("123", Figures.significant(123.4));
    assertEquals("1.23", Figures.significant(1.234));
    assertEquals("10.0", Figures.significant(9.999));
    assertEquals("0.0123", Figures.significant(0.01234));
    assertEquals("1.2e-5", Figures.significant(0.0000123));
    assertEquals("0", Figures.significant(0));
    assertEquals("-1.50", Figures.significant(-1.5));
  }

  @Test
  void theSpreadHasTheDigitsOfTheMean() {
    assertEquals("2.00 ± 1.41", Figures.withSpread(new Sample(List.of(1.0, 3.0))));
    assertEquals("1.00", Figures.withSpread(new Sample(List.of(1.0))));
    assertEquals("0.9800 ± 0.0141", Figures.scoreWithSpread(new Sample(List.of(0.97, 0.99))));
  }

  @Test
  void smallProbabilitiesAreNotGivenAsZero() {
    assertEquals("p < 0.001", Figures.pValue(0.0004));
    assertEquals("p = 0.043", Figures.pValue(0.0432));
  }
}
