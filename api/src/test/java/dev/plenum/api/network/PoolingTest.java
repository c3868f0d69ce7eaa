package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Average pooling, and pooling over all pixels. */
class PoolingTest {
  private static final Shape IMAGE = Shape.of(7, 9, 5);

  static Stream<LayerSpec> global() {
    return Stream.of(GlobalAveragePooling2D.instance(), GlobalMaxPooling2D.instance());
  }

  static Stream<LayerSpec> globalKeepingDimensions() {
    return Stream.of(
        GlobalAveragePooling2D.instance().keepDims(true),
        GlobalMaxPooling2D.instance().keepDims(true));
  }

  static Stream<LayerSpec> all() {
    return Stream.concat(global(), Stream.of(AveragePooling2D.of(2)));
  }

  @Test
  void averagePoolingStartsWithKerasDefaults() {
    assertEquals(
        new AveragePooling2D(new Window(3, 3, 3, 3, Padding.VALID)), AveragePooling2D.of(3));
    assertEquals(
        new AveragePooling2D(new Window(3, 3, 1, 1, Padding.SAME)),
        AveragePooling2D.of(3).strides(1).padding(Padding.SAME));
  }

  @Test
  void averagePoolingKeepsTheChannels() {
    assertEquals(Shape.of(3, 4, 5), AveragePooling2D.of(2).outputShape(IMAGE));
    assertEquals(
        Shape.of(4, 5, 5), AveragePooling2D.of(2).padding(Padding.SAME).outputShape(IMAGE));
    assertEquals(Shape.of(5, 7, 5), AveragePooling2D.of(3).strides(1).outputShape(IMAGE));
  }

  @Test
  void anImageSmallerThanThePoolIsRefusedWithBothShapes() {
    assertRefused(
        InvalidNetworkException.class,
        () -> AveragePooling2D.of(8).outputShape(IMAGE),
        "AveragePooling2D with a 8x8 window",
        "(8, 8, 5)",
        "(7, 9, 5)");
  }

  @Test
  void aDilatedPoolIsRefused() {
    Window dilated = Window.square(2).dilation(2, 1);
    assertRefused(
        InvalidNetworkException.class,
        () -> new AveragePooling2D(dilated),
        "AveragePooling2D",
        "no dilation");
    assertRefused(
        InvalidNetworkException.class, () -> new MaxPool2D(dilated), "MaxPooling2D", "no dilation");
  }

  @ParameterizedTest
  @MethodSource("global")
  void globalPoolingGivesOneValueForEachChannel(LayerSpec pooling) {
    assertEquals(Shape.of(5), pooling.outputShape(IMAGE));
    assertEquals(Shape.of(1), pooling.outputShape(Shape.of(1, 1, 1)));
  }

  @ParameterizedTest
  @MethodSource("globalKeepingDimensions")
  void orAnImageOfOnePixel(LayerSpec pooling) {
    assertEquals(Shape.of(1, 1, 5), pooling.outputShape(IMAGE));
  }

  @ParameterizedTest
  @MethodSource("all")
  void poolingHasNoParametersAndRefusesFlatValues(LayerSpec pooling) {
    assertEquals(List.of(), pooling.parameters(IMAGE));
    assertRefused(
        InvalidNetworkException.class,
        () -> pooling.outputShape(Shape.of(64)),
        pooling.type(),
        "(height, width, channels)",
        "(64)");
  }

  @Test
  void poolsAreNamedAsInKeras() {
    assertEquals(
        List.of("global_average_pooling2d", "global_max_pooling2d", "average_pooling2d"),
        all().map(LayerSpec::namePrefix).toList());
  }
}
