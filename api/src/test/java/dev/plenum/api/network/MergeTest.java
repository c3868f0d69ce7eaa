package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MergeTest {
  private static final Shape IMAGE = Shape.of(4, 6, 3);
  private static final Shape SCALES = Shape.of(1, 1, 3);

  static Stream<MergeSpec> elementByElement() {
    return Stream.of(new Add(), new Average(), new Maximum());
  }

  @ParameterizedTest
  @MethodSource("elementByElement")
  void valuesOfOneShapeKeepIt(MergeSpec merge) {
    assertEquals(IMAGE, merge.outputShape(List.of(IMAGE, IMAGE, IMAGE)));
    assertEquals(Shape.of(7), merge.outputShape(List.of(Shape.of(7), Shape.of(7))));
  }

  @ParameterizedTest
  @MethodSource("elementByElement")
  void otherShapesAreRefusedWithAll(MergeSpec merge) {
    assertRefused(
        InvalidNetworkException.class,
        () -> merge.outputShape(List.of(IMAGE, IMAGE, SCALES)),
        merge.type() + " needs values of one shape",
        "(4, 6, 3) and (4, 6, 3) and (1, 1, 3)");
    assertRefused(
        InvalidNetworkException.class,
        () -> merge.outputShape(List.of(Shape.of(72), IMAGE)),
        "(72) and (4, 6, 3)");
  }

  @Test
  void aProductTakesValuesOfOnePixelAnywhere() {
    Multiply product = new Multiply();
    assertEquals(IMAGE, product.outputShape(List.of(IMAGE, IMAGE)));
    assertEquals(IMAGE, product.outputShape(List.of(IMAGE, SCALES)));
    assertEquals(IMAGE, product.outputShape(List.of(SCALES, SCALES, IMAGE)));
    assertEquals(SCALES, product.outputShape(List.of(SCALES, SCALES)));
    assertEquals(Shape.of(7), product.outputShape(List.of(Shape.of(7), Shape.of(7))));
  }

  @Test
  void aProductOfOtherShapesIsRefusedWithAll() {
    for (Shape other : List.of(
        Shape.of(1, 1, 2), Shape.of(1, 6, 3), Shape.of(4, 6, 1), Shape.of(3), Shape.of(1, 1, 72))) {
      assertRefused(
          InvalidNetworkException.class,
          () -> new Multiply().outputShape(List.of(IMAGE, other)),
          "Multiply needs values of one shape, or of (1, 1, channels)",
          "(4, 6, 3) and " + other);
    }
  }

  @Test
  void concatenationAddsChannelsUp() {
    Concatenate merge = new Concatenate();
    assertEquals(
        Shape.of(4, 6, 11),
        merge.outputShape(List.of(IMAGE, Shape.of(4, 6, 7), Shape.of(4, 6, 1))));
    assertEquals(Shape.of(9), merge.outputShape(List.of(Shape.of(2), Shape.of(7))));
  }

  @Test
  void concatenationOfOtherHeightsWidthsOrRanksIsRefusedWithAll() {
    for (Shape other : List.of(Shape.of(5, 6, 3), Shape.of(4, 5, 3), Shape.of(3))) {
      assertRefused(
          InvalidNetworkException.class,
          () -> new Concatenate().outputShape(List.of(IMAGE, other)),
          "Concatenate needs flat values, or images of one height and width",
          "(4, 6, 3) and " + other);
    }
  }

  @Test
  void aConcatenationTooLargeForAnArrayIsRefusedByName() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Graph.of(Shape.of(32_000, 32_000, 1), images -> {
          Value flat = images.then(Flatten.instance());
          return Concatenate.of(flat, flat, flat).then(Dense.of(2));
        }),
        "layer 2 'concatenate'");
  }

  @Test
  void areNamedAsInKeras() {
    List<MergeSpec> all =
        List.of(new Add(), new Average(), new Concatenate(), new Maximum(), new Multiply());
    assertEquals(
        List.of("add", "average", "concatenate", "maximum", "multiply"),
        all.stream().map(MergeSpec::namePrefix).toList());
    assertEquals(
        List.of("Add", "Average", "Concatenate", "Maximum", "Multiply"),
        all.stream().map(MergeSpec::type).toList());
  }
}
