package dev.plenum.augmentation;

import dev.plenum.api.network.Shape;
import java.util.Arrays;

/**
 * Makes an image by bilinear interpolation at the positions of an affine map.
 *
 * <p>Both coordinates are monotonic along a row, in floating point as well, since each is one product
 * and one sum. So the pixels whose four neighbours all lie in the source are one stretch of the row,
 * and need no further checks once its ends are found.
 *
 * <p>Positions are in double precision; pixels are mixed as {@code a + (b − a) · f} in single, which
 * is a for f = 0 or b = a, and never beyond 0 … 1 if a and b are not. (Mixing in double precision
 * takes a fifth longer, and on some JVMs three times as long: one conversion waits for another.)
 */
final class BilinearSampler {
  private BilinearSampler() {}

  /** Writes the image to {@code target} from {@code offset} on. */
  static void sample(
      float[] source, Shape shape, AffineMap map, Border border, float[] target, int offset) {
    int width = shape.width();
    int height = shape.height();
    int channels = shape.channels();
    for (int y = 0; y < height; y++) {
      double rowX = map.xy() * y + map.x0();
      double rowY = map.yy() * y + map.y0();
      int begin = 0;
      while (begin < width && !inside(map, rowX, rowY, begin, width, height)) {
        begin++;
      }
      int end = width;
      while (end > begin && !inside(map, rowX, rowY, end - 1, width, height)) {
        end--;
      }
      int row = offset + y * width * channels;
      checked(source, shape, map, border, rowX, rowY, target, row, 0, begin);
      if (channels == 1) {
        uncheckedGrey(source, width, map, rowX, rowY, target, row, begin, end);
      } else {
        unchecked(source, shape, map, rowX, rowY, target, row, begin, end);
      }
      checked(source, shape, map, border, rowX, rowY, target, row, end, width);
    }
  }

  private static boolean inside(
      AffineMap map, double rowX, double rowY, int x, int width, int height) {
    double sourceX = map.xx() * x + rowX;
    double sourceY = map.yx() * x + rowY;
    return sourceX >= 0 && sourceX < width - 1 && sourceY >= 0 && sourceY < height - 1;
  }

  /** Pixels {@code begin … end − 1} of a row of an image of one channel, all of them inside. */
  private static void uncheckedGrey(
      float[] source,
      int width,
      AffineMap map,
      double rowX,
      double rowY,
      float[] target,
      int row,
      int begin,
      int end) {
    double xx = map.xx();
    double yx = map.yx();
    for (int x = begin; x < end; x++) {
      double sourceX = xx * x + rowX;
      double sourceY = yx * x + rowY;
      double left = Math.floor(sourceX);
      double top = Math.floor(sourceY);
      float fx = (float) (sourceX - left);
      float fy = (float) (sourceY - top);
      int from = at(left, top, width, 1);
      float upper = mix(source[from], source[from + 1], fx);
      float lower = mix(source[from + width], source[from + width + 1], fx);
      target[row + x] = mix(upper, lower, fy);
    }
  }

  /** The same for any number of channels; the loop over them would cost a single channel half as much again. */
  private static void unchecked(
      float[] source,
      Shape shape,
      AffineMap map,
      double rowX,
      double rowY,
      float[] target,
      int row,
      int begin,
      int end) {
    int channels = shape.channels();
    int width = shape.width();
    int rowLength = width * channels;
    double xx = map.xx();
    double yx = map.yx();
    int to = row + begin * channels;
    for (int x = begin; x < end; x++) {
      double sourceX = xx * x + rowX;
      double sourceY = yx * x + rowY;
      double left = Math.floor(sourceX);
      double top = Math.floor(sourceY);
      float fx = (float) (sourceX - left);
      float fy = (float) (sourceY - top);
      int from = at(left, top, width, channels);
      for (int c = 0; c < channels; c++, from++, to++) {
        float upper = mix(source[from], source[from + channels], fx);
        float lower = mix(source[from + rowLength], source[from + rowLength + channels], fx);
        target[to] = mix(upper, lower, fy);
      }
    }
  }

  /** The same for pixels that may have neighbours beyond the border. */
  private static void checked(
      float[] source,
      Shape shape,
      AffineMap map,
      Border border,
      double rowX,
      double rowY,
      float[] target,
      int row,
      int begin,
      int end) {
    int channels = shape.channels();
    for (int x = begin; x < end; x++) {
      double sourceX = map.xx() * x + rowX;
      double sourceY = map.yx() * x + rowY;
      pixel(source, shape, border, sourceX, sourceY, target, row + x * channels);
    }
  }

  /** Writes the pixel that is seen at any position, inside or not, to {@code target} from {@code to} on. */
  static void pixel(
      float[] source,
      Shape shape,
      Border border,
      double sourceX,
      double sourceY,
      float[] target,
      int to) {
    int width = shape.width();
    int height = shape.height();
    int channels = shape.channels();
    if (border.covers(sourceX, sourceY, width, height)) {
      Arrays.fill(target, to, to + channels, (float) border.value());
      return;
    }
    double floorX = Math.floor(sourceX);
    double floorY = Math.floor(sourceY);
    float fx = (float) (sourceX - floorX);
    float fy = (float) (sourceY - floorY);
    int left = border.index((long) floorX, width) * channels;
    int right = border.index((long) floorX + 1, width) * channels;
    int top = border.index((long) floorY, height) * width * channels;
    int bottom = border.index((long) floorY + 1, height) * width * channels;
    for (int c = 0; c < channels; c++) {
      float upper = mix(source[top + left + c], source[top + right + c], fx);
      float lower = mix(source[bottom + left + c], source[bottom + right + c], fx);
      target[to + c] = mix(upper, lower, fy);
    }
  }

  /** The index of a pixel's first value. */
  private static int at(double column, double line, int width, int channels) {
    int x = (int) column;
    int y = (int) line;
    return (y * width + x) * channels;
  }

  private static float mix(float a, float b, float share) {
    return a + (b - a) * share;
  }
}
