package dev.plenum.datasets.internal.digits;

/**
 * A smooth random function on the line or the plane (value noise): random values on a lattice,
 * blended in between by a cubic that is level at the nodes.
 */
final class Wave {
  private final int columns;
  private final double[] nodes;

  /**
   * A function of bell-shaped values at the nodes.
   *
   * @param columns nodes along x, at least 2
   * @param rows nodes along y; with 1, the function depends on x alone
   */
  Wave(int columns, int rows, double standardDeviation, Draws draws) {
    this.columns = columns;
    this.nodes = new double[columns * rows];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = draws.bell(standardDeviation);
    }
  }

  /** The value at (x, y), both in [0, 1], which span the lattice. */
  double at(double x, double y) {
    int rows = nodes.length / columns;
    double column = clamp(x) * (columns - 1);
    double row = clamp(y) * (rows - 1);
    int left = Math.min((int) column, columns - 2);
    int top = Math.max(0, Math.min((int) row, rows - 2));
    int bottom = Math.min(top + 1, rows - 1);
    double toRight = smooth(column - left);
    double upper = blend(top * columns + left, toRight);
    double lower = blend(bottom * columns + left, toRight);
    return upper + (lower - upper) * smooth(row - top);
  }

  private double blend(int node, double toRight) {
    return nodes[node] + (nodes[node + 1] - nodes[node]) * toRight;
  }

  private static double clamp(double t) {
    return Math.max(0, Math.min(1, t));
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }
}
