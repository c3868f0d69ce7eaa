package dev.plenum.api.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.api.network.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class PixelsTest {
  private static final Shape SHAPE = Shape.of(1, 3, 1);
  private static final List<String> NAMES = List.of("a", "b");
  private static final byte[] BYTES = {1, 2, 3, -1, -2, -3};

  /** Images that are nowhere as a whole; only single bytes can be had of them. */
  private record Elsewhere(long bytes, int imageBytes) implements Pixels {
    @Override
    public void copy(int image, byte[] target, int offset) {
      System.arraycopy(BYTES, image * imageBytes, target, offset, imageBytes);
    }
  }

  private static Dataset elsewhere(long bytes, int imageBytes) {
    return new Dataset(SHAPE, new Elsewhere(bytes, imageBytes), new int[] {0, 1}, NAMES);
  }

  @Test
  void imagesKeptElsewhereAreTheSameDataset() {
    Dataset memory = new Dataset(SHAPE, BYTES, new int[] {0, 1}, NAMES);
    Dataset elsewhere = elsewhere(6, 3);

    assertEquals(memory.sha256(), elsewhere.sha256());
    assertArrayEquals(memory.image(1), elsewhere.image(1));
    float[] expected = new float[5];
    float[] found = new float[5];
    memory.copyImage(1, expected, 2);
    elsewhere.copyImage(1, found, 2);
    assertArrayEquals(expected, found);
    assertEquals(1f, found[2]);
  }

  @Test
  void theirNumberAndSizeMustFitTheLabels() {
    assertThrows(IllegalArgumentException.class, () -> elsewhere(9, 3));
    assertThrows(IllegalArgumentException.class, () -> elsewhere(6, 2));
  }
}
