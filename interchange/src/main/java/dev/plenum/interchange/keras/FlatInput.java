package dev.plenum.interchange.keras;

import dev.plenum.api.network.Shape;
import java.util.Locale;
import java.util.Optional;

/** Pictures as values in a row, in the order h, w, c: grey ones, or in RGB. */
final class FlatInput {
  private static final int RGB = 3;

  private FlatInput() {}

  /** The shape of square pictures with so many values; there is one at most, as √3 is irrational. */
  static Optional<Shape> square(int values) {
    return square(values, 1).or(() -> square(values, RGB));
  }

  private static Optional<Shape> square(int values, int channels) {
    int side = (int) StrictMath.round(StrictMath.sqrt(values / (double) channels));
    return (long) side * side * channels == values
        ? Optional.of(Shape.of(side, side, channels))
        : Optional.empty();
  }

  /**
   * The shape of pictures of this size.
   *
   * @throws IllegalArgumentException if they have another number of values
   */
  static Shape of(int values, PictureSize size) {
    long area = (long) size.height() * size.width();
    if (values != area && values != RGB * area) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "it takes %d values in a row; pictures of %d x %d have %d in grey, %d in RGB",
          values,
          size.height(),
          size.width(),
          area,
          RGB * area));
    }
    return Shape.of(size.height(), size.width(), (int) (values / area));
  }
}
