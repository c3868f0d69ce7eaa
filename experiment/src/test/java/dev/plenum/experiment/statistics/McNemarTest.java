package dev.plenum.experiment.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {

  /** The p-values are sums of binomial coefficients over powers of two. */
  @ParameterizedTest
  @CsvSource({"10,0,0.001953125", "1,9,0.021484375", "6,16,0.0524787903", "5,5,1", "0,0,1"})
  void fewDisagreementsAreTestedExactly(int onlyFirst, int onlySecond, double pValue) {
    McNemar test = new McNemar(onlyFirst, onlySecond);
    assertTrue(test.isExact());
    assertEquals(pValue, test.pValue(), 1e-9);
    assertEquals(pValue, new McNemar(onlySecond, onlyFirst).pValue(), 1e-9);
  }

  /** Agresti's approval ratings (150 and 86), and the disease example of many textbooks (121 and 59). */
  @ParameterizedTest
  @CsvSource({"150,86,16.817797,4.1148e-5", "121,59,20.672222,5.4504e-6", "13,12,0,1"})
  void manyDisagreementsAreTestedByChiSquaredWithEdwardssCorrection(
      int onlyFirst, int onlySecond, double chiSquared, double pValue) {
    McNemar test = new McNemar(onlyFirst, onlySecond);
    assertFalse(test.isExact());
    assertEquals(chiSquared, test.chiSquared().orElseThrow(), 1e-6);
    assertEquals(pValue, test.pValue(), pValue * 1e-3);
  }

  @Test
  void negativeNumbersAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new McNemar(-1, 3));
  }

  @Test
  void holmsCorrectionKeepsTheOrder() {
    assertEquals(
        List.of(0.03, 0.06, 0.06, 0.02), rounded(Holm.correct(List.of(0.01, 0.04, 0.03, 0.005))));
    assertEquals(List.of(1.0, 1.0), Holm.correct(List.of(0.7, 0.9)));
    assertEquals(List.of(0.2), Holm.correct(List.of(0.2)));
  }

  private static List<Double> rounded(List<Double> values) {
    return values.stream().map(value -> Math.round(value * 1e6) / 1e6).toList();
  }
}
