package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {
  @Test
  void anImageHasHeightWidthAndChannelsInThisOrder() {
    Shape shape = Shape.of(28, 30, 3);
    assertTrue(shape.isImage());
    assertEquals(28, shape.height());
    assertEquals(30, shape.width());
    assertEquals(3, shape.channels());
    assertEquals(3, shape.rank());
    assertEquals(28 * 30 * 3, shape.size());
  }

  @Test
  void aVectorIsNoImage() {
    Shape shape = Shape.of(1960);
    assertFalse(shape.isImage());
    assertEquals(1, shape.rank());
    assertEquals(1960, shape.size());
    assertRefused(
        IllegalStateException.class, shape::height, "(1960)", "(height, width, channels)");
    assertThrows(IllegalStateException.class, shape::width);
    assertThrows(IllegalStateException.class, shape::channels);
  }

  @Test
  void isPrintedAsInKeras() {
    assertEquals("(28, 28, 1)", Shape.of(28, 28, 1).toString());
    assertEquals("(10)", Shape.of(10).toString());
  }

  @Test
  void equalDimensionsMakeEqualShapes() {
    assertEquals(Shape.of(2, 3), new Shape(List.of(2, 3)));
    assertEquals(Shape.of(2, 3).hashCode(), new Shape(List.of(2, 3)).hashCode());
    assertFalse(Shape.of(2, 3).equals(Shape.of(3, 2)));
    assertFalse(Shape.of(6).equals(Shape.of(6, 1)));
  }

  @Test
  void isNotChangedThroughTheListItWasMadeFrom() {
    List<Integer> dimensions = new ArrayList<>(List.of(4, 5));
    Shape shape = new Shape(dimensions);
    dimensions.set(0, 0);
    assertEquals(Shape.of(4, 5), shape);
  }

  @Test
  void dimensionsBelowOneAreRefusedAndShown() {
    assertRefused(() -> Shape.of(28, 0, 1), "[28, 0, 1]");
    assertRefused(() -> Shape.of(-1), "[-1]");
    assertRefused(() -> Shape.of(), "one or more dimensions");
  }

  @Test
  void aSampleMayHaveAtMostAsManyElementsAsAnArray() {
    assertEquals(Integer.MAX_VALUE, Shape.of(Integer.MAX_VALUE, 1).size());
    assertRefused(() -> Shape.of(1 << 16, 1 << 15), "[65536, 32768]", "2^31 - 1");
    assertRefused(
        () -> Shape.of(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE), "2^31 - 1");
  }
}
