package dev.plenum.augmentation;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;

/**
 * Flips one image in two.
 *
 * @param horizontal left and right change places
 * @param vertical top and bottom change places
 */
record RandomFlip(boolean horizontal, boolean vertical) {

  /** Flips an image in place. */
  void apply(float[] pixels, int offset, Shape shape, CounterRandom random) {
    int rowLength = shape.width() * shape.channels();
    if (horizontal && Draw.HORIZONTAL_FLIP.coin(random)) {
      for (int y = 0; y < shape.height(); y++) {
        reverse(pixels, offset + y * rowLength, shape.width(), shape.channels());
      }
    }
    if (vertical && Draw.VERTICAL_FLIP.coin(random)) {
      reverse(pixels, offset, shape.height(), rowLength);
    }
  }

  /** Reverses the order of blocks of a certain length. */
  private static void reverse(float[] values, int offset, int blocks, int length) {
    int first = offset;
    int last = offset + (blocks - 1) * length;
    while (first < last) {
      for (int i = 0; i < length; i++) {
        float value = values[first + i];
        values[first + i] = values[last + i];
        values[last + i] = value;
      }
      first += length;
      last -= length;
    }
  }
}
