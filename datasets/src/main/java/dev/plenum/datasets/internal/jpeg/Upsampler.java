package dev.plenum.datasets.internal.jpeg;

/**
 * Gives a component's rows at the size of the picture. Where it has half the columns or half the rows,
 * or both, new samples are interpolated: three quarters of the near one and one quarter of the far one,
 * rounded up and down in turn ("fancy" in libjpeg). Other components are repeated.
 */
final class Upsampler {
  /** Of narrower ones libjpeg does not interpolate columns. */
  private static final int NARROWEST = 3;

  private final byte[] samples;
  private final int rowLength;
  private final int width;
  private final int height;
  /** How many columns of the picture a sample spans. */
  private final int columns;

  private final int rows;
  private final boolean interpolatesColumns;
  private final boolean interpolatesRows;
  /** A row between two of the component's, four times as large. */
  private final int[] sums;

  Upsampler(Component component, Frame frame) throws JpegException {
    this.samples = component.samples();
    this.rowLength = component.rowLength();
    this.width = component.width();
    this.height = component.height();
    this.columns = factor(component.header().horizontal(), frame.horizontal());
    this.rows = factor(component.header().vertical(), frame.vertical());
    boolean doubles = columns <= 2 && rows <= 2;
    this.interpolatesColumns = doubles && columns == 2 && width >= NARROWEST;
    this.interpolatesRows = doubles && rows == 2 && (columns == 1 || width >= NARROWEST);
    this.sums = new int[width];
  }

  private static int factor(int samples, int most) throws JpegException {
    if (most % samples != 0) {
      throw new JpegException(
          "it has %s samples for %s pixels of a row or column".formatted(samples, most));
    }
    return most / samples;
  }

  /** Writes row {@code y} of the picture, and at most three columns more. */
  void row(int y, byte[] to) {
    int near = y / rows * rowLength;
    if (interpolatesRows) {
      int below = y % 2;
      sum(near, far(y / 2, below));
      if (interpolatesColumns) {
        interpolateSums(to);
      } else {
        quarterSums(1 + below, to);
      }
    } else if (interpolatesColumns) {
      interpolateRow(near, to);
    } else {
      repeat(near, to);
    }
  }

  /** The row above or below, or the same at the picture's border. */
  private int far(int row, int below) {
    int other = below == 1 ? Math.min(row + 1, height - 1) : Math.max(row - 1, 0);
    return other * rowLength;
  }

  private void sum(int near, int far) {
    for (int x = 0; x < width; x++) {
      sums[x] = 3 * (samples[near + x] & 0xff) + (samples[far + x] & 0xff);
    }
  }

  private void quarterSums(int bias, byte[] to) {
    for (int x = 0; x < width; x++) {
      to[x] = (byte) ((sums[x] + bias) >> 2);
    }
  }

  private void interpolateSums(byte[] to) {
    int last = width - 1;
    to[0] = (byte) ((4 * sums[0] + 8) >> 4);
    for (int x = 0; x < last; x++) {
      to[2 * x + 1] = (byte) ((3 * sums[x] + sums[x + 1] + 7) >> 4);
      to[2 * x + 2] = (byte) ((3 * sums[x + 1] + sums[x] + 8) >> 4);
    }
    to[2 * last + 1] = (byte) ((4 * sums[last] + 7) >> 4);
  }

  private void interpolateRow(int row, byte[] to) {
    int last = width - 1;
    to[0] = samples[row];
    int left = samples[row] & 0xff;
    for (int x = 0; x < last; x++) {
      int right = samples[row + x + 1] & 0xff;
      to[2 * x + 1] = (byte) ((3 * left + right + 2) >> 2);
      to[2 * x + 2] = (byte) ((3 * right + left + 1) >> 2);
      left = right;
    }
    to[2 * last + 1] = samples[row + last];
  }

  private void repeat(int row, byte[] to) {
    if (columns == 1) {
      System.arraycopy(samples, row, to, 0, width);
      return;
    }
    for (int x = 0, target = 0; x < width; x++) {
      for (int i = 0; i < columns; i++) {
        to[target++] = samples[row + x];
      }
    }
  }
}
