package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularizerTest {
  @Test
  void hasAFactorForMagnitudesAndOneForSquares() {
    assertEquals(new Regularizer(0.1, 0), Regularizer.l1(0.1));
    assertEquals(new Regularizer(0, 0.2), Regularizer.l2(0.2));
    assertFalse(Regularizer.l1(0.1).isNone());
    assertFalse(Regularizer.l2(0.2).isNone());
    assertTrue(Regularizer.NONE.isNone());
    assertEquals(Regularizer.NONE, Regularizer.l2(0));
  }

  @Test
  void belongsToKernelsNotToBiases() {
    var parameters = Dense.of(3).kernelRegularizer(Regularizer.l2(0.2)).parameters(Shape.of(2));
    assertEquals(Regularizer.l2(0.2), parameters.get(0).regularizer());
    assertEquals(Regularizer.NONE, parameters.get(1).regularizer());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void otherFactorsAreRefused(double factor) {
    assertRefused(
        InvalidNetworkException.class, () -> Regularizer.l1(factor), "l1", "found " + factor);
    assertRefused(
        InvalidNetworkException.class, () -> Regularizer.l2(factor), "l2", "found " + factor);
  }
}
