package dev.plenum.augmentation;

import dev.plenum.api.network.Shape;
import java.util.Locale;

/** The ranges of the transforms' parameters, and the arrays that they are given. */
final class TransformArguments {
  private TransformArguments() {}

  /**
   * A parameter's bounds.
   *
   * @param unit what it counts, for the message: {@code degrees}
   */
  static void between(String parameter, double low, double high, String unit, double value) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException("%s must be from %s to %s %s, found %s"
          .formatted(parameter, plain(low), plain(high), unit, plain(value)));
    }
  }

  /** That an image is in the source, and has room in the target. */
  static void arrays(float[] source, float[] target, int targetOffset, Shape shape) {
    if (!shape.isImage()) {
      throw new IllegalArgumentException(
          "an image must have the shape (height, width, channels), found " + shape);
    }
    int size = shape.size();
    if (source.length < size || targetOffset < 0 || target.length - targetOffset < size) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "an image of shape %s has %d values, found %d to read and room for %d from index %d on",
          shape,
          size,
          source.length,
          target.length - targetOffset,
          targetOffset));
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
