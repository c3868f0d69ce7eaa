package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rescaling and normalisation by fixed statistics. */
class PreprocessingTest {
  private static final Normalization STATISTICS =
      new Normalization(List.of(2.0, -3.0, 5.0), List.of(4.0, 0.25, 0.0));

  @Test
  void bothKeepTheShapeAndHaveNoParameters() {
    Shape image = Shape.of(7, 9, 3);
    for (LayerSpec layer : List.of(new Rescaling(2, 1), STATISTICS)) {
      assertEquals(image, layer.outputShape(image));
      assertEquals(List.of(), layer.parameters(image));
    }
    assertEquals(Shape.of(3), STATISTICS.outputShape(Shape.of(3)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e39})
  void rescalingByWhatIsNoNumberOf32BitsIsRefused(double value) {
    assertRefused(InvalidNetworkException.class, () -> new Rescaling(value, 0), "found " + value);
    assertRefused(
        InvalidNetworkException.class, () -> new Rescaling(1, value), "found 1.0 and " + value);
  }

  /** (x − mean) / √variance as x · factor + offset; a variance of 0 counts as 1e-14. */
  @Test
  void normalisationIsAFactorAndAnOffsetForEachChannel() {
    assertEquals(0.5, STATISTICS.factor(0));
    assertEquals(-1, STATISTICS.offset(0));
    assertEquals(2, STATISTICS.factor(1));
    assertEquals(6, STATISTICS.offset(1));
    assertEquals(1e7, STATISTICS.factor(2), 1e-8);
    assertEquals(-5e7, STATISTICS.offset(2), 1e-7);
  }

  @Test
  void anotherNumberOfChannelsIsRefusedWithTheShape() {
    assertRefused(
        InvalidNetworkException.class,
        () -> STATISTICS.outputShape(Shape.of(7, 9, 1)),
        "statistics of 3 channels",
        "(7, 9, 1)");
  }

  @Test
  void statisticsThatDoNotFitTogetherAreRefused() {
    assertRefused(
        InvalidNetworkException.class,
        () -> new Normalization(List.of(1.0, 2.0), List.of(1.0)),
        "found 2 and 1");
    assertRefused(
        InvalidNetworkException.class,
        () -> new Normalization(List.of(), List.of()),
        "found 0 and 0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void statisticsThatAreNotFiniteAreRefused(double value) {
    assertRefused(
        InvalidNetworkException.class,
        () -> new Normalization(List.of(value), List.of(1.0)),
        "Normalization",
        "mean");
    assertRefused(
        InvalidNetworkException.class,
        () -> new Normalization(List.of(1.0), List.of(value)),
        "Normalization",
        "variance");
  }

  @Test
  void aNegativeVarianceIsRefused() {
    assertRefused(
        InvalidNetworkException.class,
        () -> new Normalization(List.of(1.0), List.of(-0.5)),
        "a variance",
        "found -0.5");
  }
}
