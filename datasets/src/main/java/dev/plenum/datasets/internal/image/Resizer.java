package dev.plenum.datasets.internal.image;

import java.util.Arrays;

/**
 * Scales an image to another height and width, each axis on its own; the same bytes on every machine.
 */
public final class Resizer {
  private final PixelImage image;
  private final AxisFilter rows;
  private final AxisFilter columns;

  private Resizer(PixelImage image, AxisFilter rows, AxisFilter columns) {
    this.image = image;
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
        for (int channel = 0; channel < channels; channel++) {
          pixels[target + channel] = (byte) Math.round(combineColumns(row, x, channel));
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
      int source = (rows.first(y) + i) * row.length;
      for (int x = 0; x < row.length; x++) {
        row[x] += weights[i] * (image.pixels()[source + x] & 0xff);
      }
    }
  }

  private double combineColumns(double[] row, int x, int channel) {
    double[] weights = columns.weights(x);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * row[(columns.first(x) + i) * image.channels() + channel];
    }
    return sum;
  }
}
