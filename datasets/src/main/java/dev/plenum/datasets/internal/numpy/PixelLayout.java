package dev.plenum.datasets.internal.numpy;

import dev.plenum.api.network.Shape;
import dev.plenum.datasets.internal.InvalidFileException;
import java.util.List;

/**
 * How an array holds images.
 *
 * @param shape (height, width, channels) of every image
 * @param axes the array's axes in the order image, height, width, channel
 */
record PixelLayout(Shape shape, List<Integer> axes) {
  private static final int COLOURS = 3;

  /**
   * The layout of an array of the shape (n, h, w), (n, h, w, 1 or 3), (n, 1 or 3, h, w) as PyTorch has
   * it, or (n, h · w) of square images. Where a shape could be both, channels are last.
   *
   * @throws InvalidFileException if it has another shape
   */
  static PixelLayout of(NpyArray array) throws InvalidFileException {
    List<Integer> shape = array.header().shape();
    int rank = shape.size();
    if (rank == 2) {
      int side = (int) Math.sqrt(shape.get(1));
      if (side * side == shape.get(1)) {
        return new PixelLayout(Shape.of(side, side, 1), List.of(0, 1));
      }
    } else if (rank == 3) {
      return new PixelLayout(Shape.of(shape.get(1), shape.get(2), 1), List.of(0, 1, 2));
    } else if (rank == 4 && isChannels(shape.get(3))) {
      return new PixelLayout(
          Shape.of(shape.get(1), shape.get(2), shape.get(3)), List.of(0, 1, 2, 3));
    } else if (rank == 4 && isChannels(shape.get(1))) {
      return new PixelLayout(
          Shape.of(shape.get(2), shape.get(3), shape.get(1)), List.of(0, 2, 3, 1));
    }
    throw new InvalidFileException(
        array.file(),
        "its shape is %s; expected images as (n, height, width), (n, height, width, 1 or 3), (n, 1 or 3, height, width), or (n, pixels) of square images"
            .formatted(array.header().shownShape()));
  }

  private static boolean isChannels(int length) {
    return length == 1 || length == COLOURS;
  }
}
