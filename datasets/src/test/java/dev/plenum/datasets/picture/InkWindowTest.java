package dev.plenum.datasets.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InkWindowTest {
  private static final Shape IMAGE = Shape.of(5, 6, 1);

  /** An image of noise, with ink at two corners of a box. */
  private static byte[] image(int top, int left, int bottom, int right) {
    byte[] pixels = new byte[IMAGE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % InkWindow.INK);
    }
    pixels[top * 6 + left] = (byte) InkWindow.INK;
    pixels[bottom * 6 + right] = (byte) 200;
    return pixels;
  }

  @ParameterizedTest
  @CsvSource({
    // ink from top, left to bottom, right; where a window of 3 x 4 begins
    "1, 1, 3, 4, 1, 1", // it is just the ink
    "0, 0, 4, 5, 1, 1", // more ink than window: its middle
    "2, 2, 2, 3, 1, 1",
    "1, 1, 2, 3, 0, 0", // odd remainders: one more to the top and left
    "4, 5, 4, 5, 3, 3", // partly beyond the image
    "0, 0, 0, 0, -1, -2"
  })
  void itsCentreIsThatOfTheInksBox(
      int top, int left, int bottom, int right, int fromRow, int fromColumn) {
    byte[] pixels = image(top, left, bottom, right);
    byte[] window = new InkWindow(3, 4).of(pixels, IMAGE);
    assertEquals(12, window.length);
    for (int y = 0; y < 3; y++) {
      for (int x = 0; x < 4; x++) {
        int row = fromRow + y;
        int column = fromColumn + x;
        boolean inside = row >= 0 && row < 5 && column >= 0 && column < 6;
        byte expected = inside ? pixels[row * 6 + column] : 0;
        assertEquals(expected, window[y * 4 + x], y + " " + x);
      }
    }
  }

  @Test
  void withoutInkItIsTheMiddle() {
    byte[] noise = new byte[IMAGE.size()];
    noise[1 * 6 + 1] = InkWindow.INK - 1;
    byte[] window = new InkWindow(3, 4).of(noise, IMAGE);
    assertEquals(InkWindow.INK - 1, window[0]);
  }

  @Test
  void anyChannelHasInk() {
    Shape shape = Shape.of(3, 3, 3);
    byte[] pixels = new byte[27];
    pixels[(2 * 3 + 2) * 3 + 1] = (byte) 255; // green, in the corner
    assertArrayEquals(new byte[] {0, (byte) 255, 0}, new InkWindow(1, 1).of(pixels, shape));
  }

  @Test
  void anImageOfItsOwnSizeIsOnlyMovedAndStaysThere() {
    InkWindow window = new InkWindow(5, 6);
    byte[] once = window.of(image(0, 0, 1, 2), IMAGE);
    assertEquals((byte) InkWindow.INK, once[2 * 6 + 2]);
    assertEquals((byte) 200, once[3 * 6 + 4]);
    assertArrayEquals(once, window.of(once, IMAGE));
  }

  @Test
  void aDatasetHasTheWindowsOfItsImages() {
    byte[] first = image(1, 1, 3, 4);
    byte[] second = image(4, 5, 4, 5);
    byte[] pixels = new byte[60];
    System.arraycopy(first, 0, pixels, 0, 30);
    System.arraycopy(second, 0, pixels, 30, 30);
    Dataset images = new Dataset(IMAGE, pixels, new int[] {1, 0}, List.of("a", "b"));
    InkWindow window = new InkWindow(3, 4);
    Dataset windows = window.of(images);
    assertEquals(Shape.of(3, 4, 1), windows.imageShape());
    assertEquals(List.of("a", "b"), windows.classNames());
    assertEquals(1, windows.label(0));
    assertArrayEquals(window.of(first, IMAGE), windows.image(0));
    assertArrayEquals(window.of(second, IMAGE), windows.image(1));
    float[] values = new float[12];
    windows.copyImage(0, values, 0);
    assertEquals(InkWindow.INK / 255f, values[0]);
  }

  @Test
  void whatCannotBeCutOutIsRefused() {
    assertEquals(
        "a window has at least 1 x 1 pixels, found 0 x 3",
        assertThrows(IllegalArgumentException.class, () -> new InkWindow(0, 3)).getMessage());
    String message = assertThrows(
            IllegalArgumentException.class, () -> new InkWindow(6, 3).shape(IMAGE))
        .getMessage();
    assertEquals("a window of 6 x 3 pixels cannot be cut out of images of 5 x 6", message);
  }

  @Test
  void usersWriteItsSize() {
    assertEquals(new InkWindow(24, 9999), InkWindow.parse("24x9999"));
    assertEquals(new InkWindow(1, 2), InkWindow.parse("1X2"));
    for (String wrong : List.of("24", "0x3", "3x0", "24x10000", "-1x3", "24x24x1", "")) {
      assertEquals(
          "height x width in pixels, each 1 to 9999, such as 24x24",
          assertThrows(IllegalArgumentException.class, () -> InkWindow.parse(wrong))
              .getMessage());
    }
  }

  @Test
  void itDescribesItself() {
    Map<String, Object> description = new InkWindow(24, 20).describe();
    assertEquals("{name=ink_window, height=24, width=20}", description.toString());
  }
}
