package dev.plenum.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AnyOrderTest {

  /** From left to right, the first two sums would lose the small terms. */
  @Test
  void theOrderOfTheTermsMakesNoDifferenceToTheLastBit() {
    double small = 0x1p-53;
    double sum = 1 + 0x1p-52;
    assertEquals(sum, AnyOrder.sum(new double[] {1, small, small}));
    assertEquals(sum, AnyOrder.sum(new double[] {small, 1, small}));
    assertEquals(sum, AnyOrder.sum(new double[] {small, small, 1}));
  }

  @Test
  void aNumberThatIsNoneMakesTheSumNone() {
    assertEquals(Double.NaN, AnyOrder.sum(new double[] {1, Double.NaN, 2}));
  }
}
