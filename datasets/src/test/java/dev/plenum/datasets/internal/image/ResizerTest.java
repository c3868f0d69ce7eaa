package dev.plenum.datasets.internal.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.datasets.support.IdxBytes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResizerTest {

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] resize(
      byte[] pixels, int height, int width, int channels, int newHeight, int newWidth) {
    PixelImage image = new PixelImage(height, width, channels, pixels);
    return Resizer.resize(image, newHeight, newWidth).pixels();
  }

  @Test
  void anImageOfTheRightSizeStaysAsItIs() {
    PixelImage image = new PixelImage(2, 2, 1, bytes(1, 2, 3, 4));

    assertSame(image, Resizer.resize(image, 2, 2));
  }

  @Test
  void enlargingIsBilinearBetweenPixelCentres() {
    // Centres of the outputs at 0.25, 0.75, 1.25, 1.75; of the inputs at 0.5 and 1.5.
    assertArrayEquals(bytes(0, 50, 150, 200), resize(bytes(0, 200), 1, 2, 1, 1, 4));
    assertArrayEquals(bytes(0, 50, 150, 200), resize(bytes(0, 200), 2, 1, 1, 4, 1));
  }

  @Test
  void shrinkingLooksAtEveryPixel() {
    // Weights 5, 7, 7 and 5 of 24.
    assertArrayEquals(bytes(90), resize(bytes(100, 60, 90, 122), 1, 4, 1, 1, 1));
  }

  @Test
  void aPlainImageStaysPlainAtAnySize() {
    byte[] pixels = new byte[11 * 7 * 3];
    Arrays.fill(pixels, (byte) 201);
    for (int size = 1; size < 40; size++) {
      for (byte value : resize(pixels, 11, 7, 3, size, 41 - size)) {
        assertEquals((byte) 201, value);
      }
    }
  }

  @Test
  void channelsAreNotMixed() {
    byte[] red = resize(bytes(255, 0, 0, 255, 0, 0), 1, 2, 3, 3, 5);

    for (int i = 0; i < red.length; i++) {
      assertEquals(i % 3 == 0 ? (byte) 255 : 0, red[i]);
    }
  }

  @Test
  void mirroredImagesGiveMirroredResults() {
    byte[] pixels = IdxBytes.random(37, 1);
    byte[] mirrored = new byte[37];
    for (int i = 0; i < 37; i++) {
      mirrored[i] = pixels[36 - i];
    }
    for (int size : new int[] {1, 5, 36, 38, 90}) {
      byte[] there = resize(pixels, 1, 37, 1, 1, size);
      byte[] back = resize(mirrored, 1, 37, 1, 1, size);
      for (int i = 0; i < size; i++) {
        int difference = (there[i] & 0xff) - (back[size - 1 - i] & 0xff);
        assertTrue(Math.abs(difference) <= 1, "at " + i + " of " + size);
      }
    }
  }
}
