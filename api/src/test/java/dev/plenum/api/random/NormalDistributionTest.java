package dev.plenum.api.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalDistributionTest {
  /** Computed to 50 digits by Newton's method on the distribution function's series, and rounded. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "0.5000001, 2.506628273311648e-07",
    "0.75, 0.6744897501960817",
    "0.9, 1.2815515655446006",
    "0.075, -1.439531470938456",
    "0.9250000001, 1.4395314716448935",
    "0.975, 1.9599639845400538",
    "0.022750131948179207, -2",
    "0.99, 2.3263478740408408",
    "0.001, -3.0902323061678136",
    "1e-6, -4.753424308822899",
    "1e-10, -6.361340902404057",
    "2e-11, -6.604077590405634",
  })
  void knownQuantilesAgreeToFifteenDigits(double p, double quantile) {
    assertEquals(quantile, NormalDistribution.quantile(p), Math.abs(quantile) * 1e-15);
  }

  @Test
  void theMedianIsZero() {
    assertEquals(0, NormalDistribution.quantile(0.5));
  }

  /** Only for such p is 1 − p exact. */
  @ParameterizedTest
  @ValueSource(doubles = {0x1p-2, 0x1p-4, 0x1.8p-6, 0x1p-12, 0x1p-30, 0x1p-36})
  void isSymmetricBitForBit(double p) {
    assertEquals(-NormalDistribution.quantile(p), NormalDistribution.quantile(1 - p));
  }

  @Test
  void risesAlsoWhereOneFormulaTakesOverFromTheOther() {
    for (double border : new double[] {0.075, 0.925}) {
      double before = NormalDistribution.quantile(border - 1e-9);
      for (int i = -999; i <= 1000; i++) {
        double next = NormalDistribution.quantile(border + i * 1e-12);
        assertTrue(next > before, () -> "at " + border);
        before = next;
      }
    }
  }
}
