package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaxPool2DTest {
  @Test
  void startsWithKerasDefaults() {
    assertEquals(new MaxPool2D(new Window(2, 2, 2, 2, Padding.VALID)), MaxPool2D.of(2));
    assertEquals(MaxPool2D.of(2), MaxPool2D.of(2).strides(2));
  }

  @Test
  void infersItsOutputAndKeepsTheChannels() {
    Shape input = Shape.of(7, 9, 5);
    assertEquals(Shape.of(3, 4, 5), MaxPool2D.of(2).outputShape(input));
    assertEquals(Shape.of(4, 5, 5), MaxPool2D.of(2).padding(Padding.SAME).outputShape(input));
    assertEquals(Shape.of(5, 7, 5), MaxPool2D.of(3).strides(1).outputShape(input));
  }

  @Test
  void hasNoParametersAndNoActivation() {
    assertEquals(List.of(), MaxPool2D.of(2).parameters(Shape.of(8, 8, 3)));
    assertEquals(Activation.LINEAR, MaxPool2D.of(2).activation());
  }

  @Test
  void badInputIsRefusedWithBothShapes() {
    assertRefused(
        InvalidNetworkException.class,
        () -> MaxPool2D.of(4).outputShape(Shape.of(3, 8, 6)),
        "MaxPooling2D",
        "(4, 4, 6)",
        "(3, 8, 6)");
    assertRefused(
        InvalidNetworkException.class,
        () -> MaxPool2D.of(2).outputShape(Shape.of(64)),
        "MaxPooling2D",
        "(height, width, channels)",
        "(64)");
    assertRefused(InvalidNetworkException.class, () -> MaxPool2D.of(0), "height", "0");
  }
}
