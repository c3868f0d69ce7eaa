package dev.plenum.augmentation;

/**
 * How far each pixel of an image is displaced: the points of a coarse grid by given distances, what is
 * between them by the uniform cubic B-spline of these, as in free-form deformation (Rueckert et al.,
 * "Nonrigid registration using free-form deformations", 1999). It is smooth, and no pixel is displaced
 * further than the farthest point. Beyond the border the grid continues with its border points.
 *
 * <p>Made for one image and one thread: a row must be begun before its pixels are asked for.
 */
final class Displacements {
  /** Points along one axis that a pixel depends on. */
  private static final int ORDER = 4;

  private final int grid;
  private final double[] pointsX;
  private final double[] pointsY;
  private final Axis columns;
  private final Axis rows;
  private final double[] rowX;
  private final double[] rowY;

  /**
   * Those of an image.
   *
   * @param grid points along each side
   * @param pointsX of each point, row by row, along x
   * @param pointsY of each point, row by row, along y
   */
  Displacements(int grid, double[] pointsX, double[] pointsY, int width, int height) {
    this.grid = grid;
    this.pointsX = pointsX;
    this.pointsY = pointsY;
    columns = new Axis(grid, width);
    rows = new Axis(grid, height);
    rowX = new double[grid];
    rowY = new double[grid];
  }

  /** Turns to a row of pixels. */
  void beginRow(int y) {
    for (int column = 0; column < grid; column++) {
      double x = 0;
      double down = 0;
      for (int k = 0; k < ORDER; k++) {
        int point = rows.points[y * ORDER + k] * grid + column;
        x += rows.weights[y * ORDER + k] * pointsX[point];
        down += rows.weights[y * ORDER + k] * pointsY[point];
      }
      rowX[column] = x;
      rowY[column] = down;
    }
  }

  /** How far a pixel of the row is displaced along x. */
  double x(int x) {
    return columns.mean(rowX, x);
  }

  /** How far a pixel of the row is displaced along y. */
  double y(int x) {
    return columns.mean(rowY, x);
  }

  /** Which points count how much for each pixel along one axis. */
  private static final class Axis {
    private final int[] points;
    private final double[] weights;

    Axis(int grid, int pixels) {
      points = new int[pixels * ORDER];
      weights = new double[pixels * ORDER];
      for (int i = 0; i < pixels; i++) {
        double position = pixels == 1 ? 0 : (double) i * (grid - 1) / (pixels - 1);
        int point = (int) position;
        double t = position - point;
        for (int k = 0; k < ORDER; k++) {
          points[i * ORDER + k] = Math.max(0, Math.min(grid - 1, point - 1 + k));
        }
        weights[i * ORDER] = (1 - t) * (1 - t) * (1 - t) / 6;
        weights[i * ORDER + 1] = (3 * t * t * t - 6 * t * t + 4) / 6;
        weights[i * ORDER + 2] = (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6;
        weights[i * ORDER + 3] = t * t * t / 6;
      }
    }

    double mean(double[] values, int pixel) {
      double sum = 0;
      for (int i = pixel * ORDER; i < (pixel + 1) * ORDER; i++) {
        sum += weights[i] * values[points[i]];
      }
      return sum;
    }
  }
}
