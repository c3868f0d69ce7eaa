package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Padding, cropping and reshaping. */
class ReshapingTest {
  private static final Shape IMAGE = Shape.of(7, 9, 5);
  private static final Margins MARGINS = new Margins(1, 2, 3, 0);

  @Test
  void paddingAddsRowsAndColumns() {
    assertEquals(Shape.of(11, 13, 5), ZeroPadding2D.of(2).outputShape(IMAGE));
    assertEquals(Shape.of(10, 12, 5), new ZeroPadding2D(MARGINS).outputShape(IMAGE));
    assertEquals("zero_padding2d", ZeroPadding2D.of(1).namePrefix());
  }

  @Test
  void croppingTakesRowsAndColumns() {
    assertEquals(Shape.of(3, 5, 5), Cropping2D.of(2).outputShape(IMAGE));
    assertEquals(Shape.of(4, 6, 5), new Cropping2D(MARGINS).outputShape(IMAGE));
    assertEquals(Shape.of(1, 3, 5), Cropping2D.of(3).outputShape(IMAGE));
    assertEquals("cropping2d", Cropping2D.of(1).namePrefix());
  }

  @Test
  void croppingToNothingIsRefusedWithTheShape() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Cropping2D.of(4).outputShape(IMAGE),
        "Cropping2D cuts off 8 rows and 8 columns",
        "(7, 9, 5)");
    assertRefused(
        InvalidNetworkException.class,
        () -> new Cropping2D(new Margins(0, 0, 4, 5)).outputShape(IMAGE),
        "0 rows and 9 columns",
        "(7, 9, 5)");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, (1 << 20) + 1, Integer.MAX_VALUE})
  void marginsThatNoImageHasAreRefused(int each) {
    assertRefused(InvalidNetworkException.class, () -> Margins.of(each), "0 to ", "found " + each);
    assertRefused(
        InvalidNetworkException.class,
        () -> new Margins(0, 0, 0, each),
        "found 0, 0, 0 and " + each);
  }

  @Test
  void reshapingKeepsTheNumberOfValues() {
    assertEquals(Shape.of(15, 3, 7), Reshape.of(15, 3, 7).outputShape(IMAGE));
    assertEquals(Shape.of(315), Reshape.of(315).outputShape(IMAGE));
    assertEquals(Shape.of(1, 1, 5), Reshape.of(1, 1, 5).outputShape(Shape.of(5)));
  }

  @Test
  void anotherNumberOfValuesIsRefusedWithBothShapes() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Reshape.of(15, 3, 8).outputShape(IMAGE),
        "Reshape to (15, 3, 8) needs an input of 360 values",
        "(7, 9, 5)");
  }

  @Test
  void targetsThatAreNeitherFlatNorImagesAreRefused() {
    for (Shape target : List.of(Shape.of(3, 4), Shape.of(1, 2, 3, 4))) {
      assertRefused(
          InvalidNetworkException.class,
          () -> new Reshape(target),
          "must be flat, or (height, width, channels)",
          "found " + target);
    }
  }

  @Test
  void paddingAndCroppingTakeImagesOnly() {
    for (LayerSpec layer : List.of(ZeroPadding2D.of(1), Cropping2D.of(1))) {
      assertRefused(
          InvalidNetworkException.class,
          () -> layer.outputShape(Shape.of(64)),
          layer.type(),
          "(height, width, channels)",
          "(64)");
    }
  }

  @Test
  void noneHasParameters() {
    for (LayerSpec layer : List.of(ZeroPadding2D.of(1), Cropping2D.of(1), Reshape.of(315))) {
      assertEquals(List.of(), layer.parameters(IMAGE));
    }
  }
}
