package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import java.util.Arrays;

/**
 * The images of a batch as the columns of a matrix, a row for each value: the transpose of how {@link
 * FeatureMaps} have them. It is copied by lines of images, so that no two threads write to one cache line.
 */
final class ImageColumns {
  private static final int IMAGES_PER_LINE = 16;

  private final int rows;
  private final int stride;
  private final float[] values;

  /** For so many values of so many images at most. */
  ImageColumns(int rows, int capacity) {
    this.rows = rows;
    // An odd number of cache lines, so that the rows do not push each other out of a cache.
    stride = (Gemm.padded(capacity) / IMAGES_PER_LINE | 1) * IMAGES_PER_LINE;
    values = Aligned.array(Math.multiplyExact(rows, stride));
  }

  /** The lines of so many images. */
  static int lines(int count) {
    return (count + IMAGES_PER_LINE - 1) / IMAGES_PER_LINE;
  }

  /** The first image of a line. */
  static int first(int line) {
    return line * IMAGES_PER_LINE;
  }

  /** Copies a line of {@code count} images in all; columns that it has beyond them become 0. */
  void copyLine(int line, FeatureMaps maps, int count) {
    int first = first(line);
    int images = Math.min(IMAGES_PER_LINE, count - first);
    for (int i = 0; i < rows; i++) {
      int start = index(i, first);
      for (int image = 0; image < images; image++) {
        values[start + image] = maps.data()[maps.index(first + image, 0, 0) + i];
      }
      Arrays.fill(values, start + images, start + IMAGES_PER_LINE, 0f);
    }
  }

  /** All values, where {@link #index} says. */
  float[] values() {
    return values;
  }

  /** Where a value of an image lies. */
  int index(int row, int image) {
    return Aligned.START + row * stride + image;
  }

  /** From one row to the next. */
  int stride() {
    return stride;
  }
}
