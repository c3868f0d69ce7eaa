package dev.plenum.datasets.internal.image;

import java.util.Arrays;

/**
 * Scales an image to another height and width, each axis on its own; the same bytes on every machine.
 */
public final class Resizer {
  private static final int RGB = 3;

  private final PixelImage image;
  private final InputRows input;
  private final AxisFilter rows;
  private final AxisFilter columns;

  private Resizer(PixelImage image, AxisFilter rows, AxisFilter columns) {
    this.image = image;
    this.input = new InputRows(image);
    this.rows = rows;
    this.columns = columns;
  }

  /** By the filters' weights. */
  static PixelImage resize(PixelImage image, AxisFilter rows, AxisFilter columns) {
    return new Resizer(image, rows, columns).resized();
  }

  /** By linear interpolation. */
  public static PixelImage resize(PixelImage image, int height, int width) {
    if (image.height() == height && image.width() == width) {
      return image;
    }
    return resize(
        image,
        new TriangleFilter(Span.all(image.height()), height),
        new TriangleFilter(Span.all(image.width()), width));
  }

  private PixelImage resized() {
    int height = rows.outputs();
    int channels = image.channels();
    byte[] pixels = new byte[height * columns.outputs() * channels];
    double[] row = new double[image.width() * channels];
    for (int y = 0; y < height; y++) {
      combineRows(y, row);
      for (int x = 0; x < columns.outputs(); x++) {
        int target = (y * columns.outputs() + x) * channels;
        if (channels == RGB) {
          combineColours(row, x, pixels, target);
        } else {
          combineGreys(row, x, pixels, target);
        }
      }
    }
    return new PixelImage(height, columns.outputs(), channels, pixels);
  }

  /** The weighted sum of the input rows that an output row looks at, still in the input's width. */
  private void combineRows(int y, double[] row) {
    Arrays.fill(row, 0);
    double[] weights = rows.weights(y);
    for (int i = 0; i < weights.length; i++) {
      double weight = weights[i];
      double[] source = input.row(rows.first(y) + i);
      for (int x = 0; x < row.length; x++) {
        row[x] += weight * source[x];
      }
    }
  }

  private void combineGreys(double[] row, int x, byte[] pixels, int target) {
    double[] weights = columns.weights(x);
    int first = columns.first(x);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * row[first + i];
    }
    pixels[target] = (byte) Math.round(sum);
  }

  /** Three sums at once, which need not wait for one another. */
  private void combineColours(double[] row, int x, byte[] pixels, int target) {
    double[] weights = columns.weights(x);
    int at = columns.first(x) * RGB;
    double red = 0;
    double green = 0;
    double blue = 0;
    for (double weight : weights) {
      red += weight * row[at];
      green += weight * row[at + 1];
      blue += weight * row[at + 2];
      at += RGB;
    }
    pixels[target] = (byte) Math.round(red);
    pixels[target + 1] = (byte) Math.round(green);
    pixels[target + 2] = (byte) Math.round(blue);
  }
}
