package dev.plenum.augmentation;

import dev.plenum.api.network.Shape;

/** Makes an image of the pixels that are nearest to the positions of an affine map. */
final class NearestSampler {
  private NearestSampler() {}

  /** Writes the image to {@code target} from {@code offset} on. */
  static void sample(
      float[] source, Shape shape, AffineMap map, Border border, float[] target, int offset) {
    int to = offset;
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++, to += shape.channels()) {
        double sourceX = map.xx() * x + (map.xy() * y + map.x0());
        double sourceY = map.yx() * x + (map.yy() * y + map.y0());
        pixel(source, shape, border, sourceX, sourceY, target, to);
      }
    }
  }

  /** Writes the pixel that is seen at a position to {@code target} from {@code to} on. */
  static void pixel(
      float[] source,
      Shape shape,
      Border border,
      double sourceX,
      double sourceY,
      float[] target,
      int to) {
    boolean covered = border.covers(sourceX, sourceY, shape.width(), shape.height());
    int column = border.index((long) Math.floor(sourceX + 0.5), shape.width());
    int line = border.index((long) Math.floor(sourceY + 0.5), shape.height());
    int from = (line * shape.width() + column) * shape.channels();
    for (int c = 0; c < shape.channels(); c++) {
      target[to + c] = covered ? (float) border.value() : source[from + c];
    }
  }
}
