package dev.plenum.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TicksTest {
  private static List<String> labels(double lowest, double highest, double smallestStep) {
    return Ticks.of(new Axis("", lowest, highest), 8, smallestStep).labels();
  }

  @Test
  void allNumbersOfAnAxisHaveAsManyDecimals() {
    assertEquals(
        List.of("0.94", "0.95", "0.96", "0.97", "0.98", "0.99", "1.00"), labels(0.94, 1.005, 0));
    assertEquals(List.of("0.985", "0.990", "0.995", "1.000", "1.005"), labels(0.985, 1.005, 0));
    assertEquals(List.of("0.0", "0.5", "1.0", "1.5", "2.0"), labels(0, 2.3, 0));
  }

  @Test
  void epochsAreWholeNumbers() {
    assertEquals(List.of("1", "2", "3"), labels(1, 3, 1));
    assertEquals(List.of("1"), labels(0.5, 1.5, 1));
    assertEquals(List.of("5", "10", "15", "20", "25", "30", "35", "40"), labels(1, 40, 1));
  }

  @Test
  void largeAndSmallNumbersAreShort() {
    assertEquals(List.of("0", "2,000", "4,000", "6,000", "8,000", "10,000"), labels(0, 11_000, 0));
    assertEquals("2.0e+30", labels(0, 1e31, 0).get(1));
    assertEquals("2.0e-10", labels(0, 1e-9, 0).get(1));
  }

  @Test
  void anAxisHasSomeRoomAroundItsValuesAndNoneBelowZero() {
    Axis axis = Axis.around("loss", DoubleStream.of(0.01, 2, Double.NaN));
    assertEquals(0, axis.lowest());
    assertEquals(2.1194, axis.highest(), 1e-9);
    Axis one = Axis.around("accuracy", DoubleStream.of(1));
    assertEquals(0.9994, one.lowest(), 1e-9);
    assertEquals(1, Axis.around("", DoubleStream.of(Double.NaN)).highest());
  }
}
