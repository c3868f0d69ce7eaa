package dev.plenum.interchange.imported;

import dev.plenum.api.network.Shape;
import java.util.Locale;
import java.util.Optional;

/** Pictures as values in a row: grey ones, or in RGB. */
public final class FlatInput {
  private static final int RGB = 3;

  private FlatInput() {}

  /**
   * {@return the shape of pictures with so many values: of the size that is given, or else square}
   *
   * @param values how many the network takes in a row, of all channels together
   * @param size height and width of the pictures; empty for square ones
   * @param file what messages call the file that does not say more
   * @throws UnknownPictureSizeException if there are no square pictures with so many values, and no size
   *     is given
   * @throws IllegalArgumentException if pictures of the given size have another number of values
   */
  public static Shape pictures(int values, Optional<PictureSize> size, String file)
      throws UnknownPictureSizeException {
    if (size.isPresent()) {
      return of(values, size.get());
    }
    Optional<Shape> square = square(values);
    if (square.isEmpty()) {
      throw new UnknownPictureSizeException(String.format(
          Locale.ROOT,
          "%s takes %d values in a row, which make no square picture in grey or RGB: the pictures' height and width must be given",
          file,
          values));
    }
    return square.get();
  }

  /** There is one at most, as √3 is irrational. */
  private static Optional<Shape> square(int values) {
    return square(values, 1).or(() -> square(values, RGB));
  }

  private static Optional<Shape> square(int values, int channels) {
    int side = (int) StrictMath.round(StrictMath.sqrt(values / (double) channels));
    return (long) side * side * channels == values
        ? Optional.of(Shape.of(side, side, channels))
        : Optional.empty();
  }

  private static Shape of(int values, PictureSize size) {
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
