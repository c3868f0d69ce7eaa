package dev.plenum.datasets.internal.image;

import java.util.Arrays;

/**
 * An image's rows as numbers. Neighbouring outputs look at the same rows, so the last ones are kept: to
 * make numbers of bytes takes longer than to add them up.
 */
final class InputRows {
  /** As many as an output looks at where an image is made up to four times smaller. */
  private static final int KEPT = 8;

  private final byte[] pixels;
  private final int[] held = new int[KEPT];
  private final double[][] rows;

  InputRows(PixelImage image) {
    pixels = image.pixels();
    rows = new double[KEPT][image.width() * image.channels()];
    Arrays.fill(held, -1);
  }

  /** A row; it stays until another one takes its place. */
  double[] row(int y) {
    int place = y % KEPT;
    double[] row = rows[place];
    if (held[place] != y) {
      held[place] = y;
      read(y * row.length, row);
    }
    return row;
  }

  private void read(int first, double[] row) {
    for (int x = 0; x < row.length; x++) {
      row[x] = pixels[first + x] & 0xff;
    }
  }
}
