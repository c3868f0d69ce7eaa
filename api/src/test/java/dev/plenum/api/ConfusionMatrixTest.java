package dev.plenum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private static final int[] LABELS = {0, 0, 0, 0, 1, 1, 1, 3};
  private static final int[] PREDICTIONS = {0, 0, 0, 1, 1, 1, 0, 1};

  private final ConfusionMatrix matrix =
      ConfusionMatrix.of(new Evaluation(0.5, LABELS, PREDICTIONS), 4);

  @Test
  void rowsAreTrueClassesAndColumnsPredictedOnes() {
    assertEquals(4, matrix.classes());
    assertEquals(3, matrix.count(0, 0));
    assertEquals(1, matrix.count(0, 1));
    assertEquals(1, matrix.count(1, 0));
    assertEquals(1, matrix.count(3, 1));
    assertEquals(0, matrix.count(1, 3));
    assertEquals(4, matrix.support(0));
    assertEquals(4, matrix.predicted(1));
  }

  @Test
  void precisionRecallAndF1AreThoseOfTellingTheClassFromTheOthers() {
    assertEquals(3 / 4.0, matrix.precision(0));
    assertEquals(3 / 4.0, matrix.recall(0));
    assertEquals(2 / 4.0, matrix.precision(1));
    assertEquals(2 / 3.0, matrix.recall(1));
    assertEquals(2 * (2 / 4.0) * (2 / 3.0) / (2 / 4.0 + 2 / 3.0), matrix.f1(1), 1e-15);
  }

  @Test
  void whatIsNotDefinedIsNotANumber() {
    assertEquals(Double.NaN, matrix.precision(2));
    assertEquals(Double.NaN, matrix.recall(2));
    assertEquals(Double.NaN, matrix.f1(2));
    assertEquals(Double.NaN, matrix.precision(3));
    assertEquals(0, matrix.recall(3));
    assertEquals(0, matrix.f1(3));
  }

  @Test
  void aClassThatThereIsNotIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ConfusionMatrix.of(new Evaluation(0.5, LABELS, PREDICTIONS), 3));
  }
}
