package dev.plenum.datasets.internal.digits;

/**
 * Draws lines of changing thickness with a soft edge. A pixel's ink follows from its distance to the
 * line; where lines meet, the darker counts, so that crossings show no seams.
 */
final class Rasteriser {
  private final int size;
  private final float[] ink;
  private final double edge;

  /**
   * Draws on a square image.
   *
   * @param size its width and height in pixels
   * @param edge the width of the soft edge in pixels; it lies half inside, half outside the line
   */
  Rasteriser(int size, double edge) {
    this.size = size;
    this.ink = new float[size * size];
    this.edge = edge;
  }

  /** The image in row order, in [0, 1]; the rasteriser goes on drawing on it. */
  float[] ink() {
    return ink;
  }

  /** Draws a piece of a line, round at both ends. */
  void draw(double x0, double y0, double radius0, double x1, double y1, double radius1) {
    double reach = Math.max(radius0, radius1) + edge / 2;
    int left = first(Math.min(x0, x1) - reach);
    int right = last(Math.max(x0, x1) + reach);
    int top = first(Math.min(y0, y1) - reach);
    int bottom = last(Math.max(y0, y1) + reach);
    double dx = x1 - x0;
    double dy = y1 - y0;
    double lengthSquared = Math.max(dx * dx + dy * dy, 1e-12);
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        double px = column + 0.5 - x0;
        double py = row + 0.5 - y0;
        double along = Math.max(0, Math.min(1, (px * dx + py * dy) / lengthSquared));
        double offX = px - along * dx;
        double offY = py - along * dy;
        double distance = Math.sqrt(offX * offX + offY * offY);
        double radius = radius0 + along * (radius1 - radius0);
        float coverage = (float) Math.min(1, (radius - distance) / edge + 0.5);
        int pixel = row * size + column;
        ink[pixel] = Math.max(ink[pixel], coverage);
      }
    }
  }

  /** The first pixel whose middle lies at or beyond a coordinate. */
  private static int first(double coordinate) {
    return (int) Math.max(0, Math.ceil(coordinate - 0.5));
  }

  private int last(double coordinate) {
    return (int) Math.min(size - 1, Math.floor(coordinate - 0.5));
  }
}
