package dev.plenum.report;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/** The shapes of points. */
public enum Dot {
  /** No point. */
  NONE,
  /** A disc. */
  CIRCLE,
  /** A square that stands on a side. */
  SQUARE,
  /** A triangle that points up. */
  TRIANGLE,
  /** A square that stands on a corner. */
  DIAMOND,

  /** Something that falls. */
  FALL;

  private static final List<Dot> SERIES = List.of(CIRCLE, SQUARE, TRIANGLE, DIAMOND);

  /**
   * {@return the shape of a series; after the last the first comes again}
   *
   * @param index of the series, counted from 0
   */
  public static Dot series(int index) {
    return SERIES.get(index % SERIES.size());
  }

  void paint(Graphics2D graphics, double x, double y) {
    double half = ChartStyle.DOT / 2.0;
    switch (this) {
      case NONE -> {}
      case CIRCLE -> graphics.fill(new Ellipse2D.Double(x - half, y - half, 2 * half, 2 * half));
      case SQUARE -> fill(graphics, x, y, half, -0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9);
      case TRIANGLE -> fill(graphics, x, y, half, -1.1, 0.9, 0, -1.1, 1.1, 0.9);
      case DIAMOND -> fill(graphics, x, y, half, -1.2, 0, 0, -1.2, 1.2, 0, 0, 1.2);
      case FALL -> fill(graphics, x, y, half, -1, -1, 0, 1, 1, -1);
    }
  }

  /** Fills a shape with these corners, x and y of each; the middle is 0, half the size 1. */
  private static void fill(
      Graphics2D graphics, double x, double y, double half, double... corners) {
    Path2D outline = new Path2D.Double();
    outline.moveTo(x + half * corners[0], y + half * corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      outline.lineTo(x + half * corners[i], y + half * corners[i + 1]);
    }
    outline.closePath();
    graphics.fill(outline);
  }
}
