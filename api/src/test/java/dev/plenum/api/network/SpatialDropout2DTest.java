package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpatialDropout2DTest {
  @Test
  void keepsTheShapeOfAnImageAndHasNoParameters() {
    Shape image = Shape.of(7, 9, 3);
    assertEquals(image, SpatialDropout2D.of(0.5).outputShape(image));
    assertEquals(List.of(), SpatialDropout2D.of(0.5).parameters(image));
  }

  @Test
  void flatValuesAreRefusedWithTheirShape() {
    assertRefused(
        InvalidNetworkException.class,
        () -> SpatialDropout2D.of(0.5).outputShape(Shape.of(64)),
        "SpatialDropout2D",
        "(height, width, channels)",
        "(64)");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void otherRatesAreRefused(double rate) {
    assertRefused(
        InvalidNetworkException.class,
        () -> SpatialDropout2D.of(rate),
        "SpatialDropout2D",
        "found " + rate);
  }
}
