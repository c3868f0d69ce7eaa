package dev.plenum.augmentation;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import java.util.Arrays;
import java.util.Map;

/**
 * Covers a square of an image (DeVries and Taylor, "Improved regularization of convolutional neural
 * networks with cutout", 2017). Its centre is any pixel, each as likely, so a part of it may lie outside.
 *
 * @param size the square's side in pixels; 0 for none
 * @param probability the share of images that get one
 * @param value what covers it, from 0 to 1
 */
record Cutout(int size, double probability, double value) {
  static final Cutout NONE = new Cutout(0, 1, 0);

  private static final int MOST_PIXELS = 1_000_000;

  Cutout {
    TransformArguments.between("the size of the cutout", 0, MOST_PIXELS, "pixels", size);
    TransformArguments.between(
        "the probability of the cutout", 0, 1, "(never to always)", probability);
    TransformArguments.between("the value of the cutout", 0, 1, "(black to white)", value);
  }

  /** Whether no image is changed. */
  boolean isNone() {
    return size == 0;
  }

  /** Covers a square of an image in place. */
  void apply(float[] pixels, int offset, Shape shape, CounterRandom random) {
    if (isNone() || !Draw.CUTOUT.happens(random, probability)) {
      return;
    }
    int left = Draw.CUTOUT_X.below(random, shape.width()) - size / 2;
    int top = Draw.CUTOUT_Y.below(random, shape.height()) - size / 2;
    int begin = Math.max(0, left) * shape.channels();
    int end = Math.min(shape.width(), left + size) * shape.channels();
    int rowLength = shape.width() * shape.channels();
    for (int y = Math.max(0, top); y < Math.min(shape.height(), top + size); y++) {
      int row = offset + y * rowLength;
      Arrays.fill(pixels, row + begin, row + end, (float) value);
    }
  }

  void describe(Map<String, Object> parameters) {
    if (!isNone()) {
      parameters.put("cutout_size", size);
      parameters.put("cutout_probability", probability);
      parameters.put("cutout_value", value);
    }
  }
}
