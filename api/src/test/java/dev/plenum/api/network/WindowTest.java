package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WindowTest {
  @Test
  void rowsGoWithHeightsAndColumnsWithWidths() {
    Window window = new Window(4, 3, 2, 1, Padding.SAME);
    Shape input = Shape.of(7, 10, 2);
    assertEquals(4, window.outputHeight(input));
    assertEquals(10, window.outputWidth(input));
    assertEquals(1, window.top(input));
    assertEquals(1, window.left(input));
    assertEquals(0, new Window(2, 5, 1, 1, Padding.SAME).top(input));
    assertEquals(2, new Window(2, 5, 1, 1, Padding.SAME).left(input));
  }

  @Test
  void sizesAndStridesBelowOneAreRefusedByName() {
    assertRefused(() -> new Window(0, 3, 1, 1, Padding.SAME), "height", "found 0");
    assertRefused(() -> new Window(3, -2, 1, 1, Padding.SAME), "width", "found -2");
    assertRefused(() -> new Window(3, 3, 0, 1, Padding.SAME), "vertical stride", "found 0");
    assertRefused(() -> new Window(3, 3, 1, 0, Padding.SAME), "horizontal stride", "found 0");
  }
}
