package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
  @Test
  void takesAnyShapeAndKeepsIt() {
    assertEquals(Shape.of(14, 14, 32), Dropout.of(0.25).outputShape(Shape.of(14, 14, 32)));
    assertEquals(Shape.of(64), Dropout.of(0.2).outputShape(Shape.of(64)));
    assertEquals(List.of(), Dropout.of(0.2).parameters(Shape.of(64)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.999})
  void ratesFromZeroToBelowOneAreTaken(double rate) {
    assertEquals(rate, Dropout.of(rate).rate());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
  void otherRatesAreRefusedAndShown(double rate) {
    assertRefused(
        InvalidNetworkException.class,
        () -> Dropout.of(rate),
        "Dropout",
        "less than 1",
        String.valueOf(rate));
  }
}
