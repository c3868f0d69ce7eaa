package com.example.shapes;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import java.util.List;
import java.util.Random;

/** Makes small noisy pictures of a horizontal bar, a vertical bar, or a cross. */
final class Shapes {
  static final int SIZE = 12;

  private static final List<String> CLASSES = List.of("horizontal", "vertical", "cross");

  private Shapes() {}

  static Dataset draw(int count, long seed) {
    Random random = new Random(seed);
    byte[] pixels = new byte[count * SIZE * SIZE];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = random.nextInt(CLASSES.size());
      int row = random.nextInt(SIZE);
      int column = random.nextInt(SIZE);
      for (int y = 0; y < SIZE; y++) {
        for (int x = 0; x < SIZE; x++) {
          boolean ink = (y == row && labels[i] != 1) || (x == column && labels[i] != 0);
          pixels[(i * SIZE + y) * SIZE + x] = (byte) ((ink ? 150 : 0) + random.nextInt(100));
        }
      }
    }
    return new Dataset(Shape.of(SIZE, SIZE, 1), pixels, labels, CLASSES);
  }
}
