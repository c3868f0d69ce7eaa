package dev.plenum.augmentation;

/**
 * What is seen beyond an image's border.
 *
 * @param mode how it continues
 * @param value what is there in the mode {@link FillMode#CONSTANT}, from 0 to 1
 */
record Border(FillMode mode, double value) {

  Border {
    TransformArguments.between("the fill value", 0, 1, "(black to white)", value);
  }

  /** Whether the value is seen at a position instead of the image. */
  boolean covers(double x, double y, int width, int height) {
    return mode == FillMode.CONSTANT && !(x >= 0 && x <= width - 1 && y >= 0 && y <= height - 1);
  }

  /** The pixel of a row or column of {@code size} that is seen at a whole position. */
  int index(long position, int size) {
    return mode.index(position, size);
  }
}
