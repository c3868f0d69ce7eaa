package dev.plenum.backend.purejava.internal.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErfTest {
  /** Computed to 50 digits by the Taylor series, and rounded. */
  @ParameterizedTest
  @CsvSource({
    "1e-10, 1.1283791670955126e-10",
    "0.1, 0.1124629160182849",
    "0.5, 0.5204998778130465",
    "1, 0.8427007929497149",
    "2, 0.9953222650189527",
    "2.1999, 0.9981362612901984",
    "2.2, 0.9981371537020182",
    "2.3, 0.9988568234026434",
    "3, 0.9999779095030014",
    "4, 0.9999999845827421",
    "5.5, 0.9999999999999927",
  })
  void knownValuesAgreeToFifteenDigitsAndTheirNegativesBitForBit(double x, double erf) {
    assertEquals(erf, Erf.of(x), 1e-15 * erf);
    assertEquals(-Erf.of(x), Erf.of(-x));
  }

  @Test
  void farOutItIsOne() {
    assertEquals(1, Erf.of(6.001));
    assertEquals(-1, Erf.of(-100));
    assertEquals(1, Erf.of(Double.POSITIVE_INFINITY));
    assertEquals(-1, Erf.of(Double.NEGATIVE_INFINITY));
  }

  @Test
  void zeroKeepsItsSignAndNaNStaysNaN() {
    assertEquals(0.0, Erf.of(0.0));
    assertEquals(-0.0, Erf.of(-0.0));
    assertTrue(Double.isNaN(Erf.of(Double.NaN)));
  }

  @Test
  void itsDerivativeIsTheBellCurveOnBothSidesOfTheBorderBetweenTheFormulas() {
    double step = 0x1p-12;
    for (double x = -5; x <= 5; x += 0.0625) {
      double slope = (Erf.of(x + step) - Erf.of(x - step)) / (2 * step);
      assertEquals(2 / Math.sqrt(Math.PI) * Math.exp(-x * x), slope, 2e-7, "at " + x);
    }
  }
}
