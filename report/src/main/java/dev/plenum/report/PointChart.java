package dev.plenum.report;

import java.awt.Graphics2D;
import java.util.List;

/** Two measures of several things, one against the other. */
public final class PointChart extends Chart {
  private final Axis across;
  private final Axis up;
  private final List<Point> points;

  /**
   * A thing.
   *
   * @param ink the colour of its point
   * @param dot the shape of its point
   * @param x one measure
   * @param y the other
   * @param error how far the latter may be off; 0 for none
   */
  public record Point(Ink ink, Dot dot, double x, double y, double error) {}

  /**
   * A chart without a title.
   *
   * @param across measures {@link Point#x()}
   * @param up measures {@link Point#y()}; points outside it are left out
   * @param points those that come later lie above
   */
  public PointChart(Axis across, Axis up, List<Point> points) {
    this.across = across;
    this.up = up;
    this.points = List.copyOf(points);
  }

  @Override
  String title() {
    return "";
  }

  @Override
  int height() {
    return ChartStyle.HEIGHT;
  }

  @Override
  void paint(Graphics2D graphics, Palette palette) {
    Plot plot = new Plot(graphics, palette, across, up);
    plot.paintUp();
    plot.paintAcross(0);
    for (Point point : points) {
      plot.error(plot.x(point.x()), point.y(), point.error());
      plot.dot(point.ink(), point.dot(), point.x(), point.y());
    }
  }
}
