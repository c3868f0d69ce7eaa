package dev.plenum.augmentation;

import dev.plenum.api.network.Shape;

/** Makes an image of the pixels that are nearest to the positions of an affine map. */
final class NearestSampler {
  private NearestSampler() {}

  /** Writes the image to {@code target} from {@code offset} on. */
  static void sample(
      float[] source, Shape shape, AffineMap map, Border border, float[] target, int offset) {
    int width = shape.width();
    int height = shape.height();
    int channels = shape.channels();
    int to = offset;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sourceX = map.xx() * x + (map.xy() * y + map.x0());
        double sourceY = map.yx() * x + (map.yy() * y + map.y0());
        boolean covered = border.covers(sourceX, sourceY, width, height);
        int column = border.index((long) Math.floor(sourceX + 0.5), width);
        int line = border.index((long) Math.floor(sourceY + 0.5), height);
        int from = (line * width + column) * channels;
        for (int c = 0; c < channels; c++) {
          target[to++] = covered ? (float) border.value() : source[from + c];
        }
      }
    }
  }
}
