package dev.plenum.datasets.internal.numpy;

import dev.plenum.datasets.internal.InvalidFileException;
import java.io.IOException;
import java.util.Locale;

/** What the numbers of an array of pixels mean. */
enum PixelScale {
  /** Whole numbers from 0 to 255, whatever their type. */
  BYTES,
  /** Floats from 0 to 1. They become bytes: 255 times as much, rounded to the nearest. */
  UNIT;

  private static final double WHITE = 255;

  /** The scale of an array: bytes, unless it has floats and none of them is above 1. */
  static PixelScale of(NpyArray array) throws IOException {
    if (array.header().type().isWhole()) {
      return BYTES;
    }
    double[] highest = {0};
    array.forEach((index, number) -> highest[0] = Math.max(highest[0], number));
    return highest[0] <= 1 ? UNIT : BYTES;
  }

  /**
   * A number as a byte.
   *
   * @param index of the number in its file, for messages
   * @throws InvalidFileException if it is no pixel of this scale
   */
  byte toByte(NpyArray array, int index, double number) throws InvalidFileException {
    boolean isPixel = this == UNIT
        ? number >= 0 && number <= 1
        : number >= 0 && number <= WHITE && number == Math.rint(number);
    if (!isPixel) {
      throw new InvalidFileException(
          array.file(),
          String.format(
              Locale.ROOT,
              "number %d (counted from 0, in the order of the file) is %s; expected pixels as %s. Bring them to one of these scales before they are stored",
              index,
              number,
              array.header().type().isWhole()
                  ? "whole numbers from 0 to 255"
                  : "floats from 0 to 1, or whole numbers from 0 to 255, the same in all parts"));
    }
    return (byte) Math.round(this == UNIT ? number * WHITE : number);
  }
}
