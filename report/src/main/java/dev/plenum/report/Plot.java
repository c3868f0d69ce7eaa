package dev.plenum.report;

import static dev.plenum.report.ChartStyle.MARGIN;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** The rectangle in which data are drawn, with its scales and what stands around it. */
final class Plot {
  private static final int LINE = 18;
  private static final int GAP = 6;
  private static final int MOST_STEPS_UP = 8;
  private static final int SPACE_OF_A_STEP_ACROSS = 40;
  private static final int CAP = 4;
  /** So that points at the end of an axis are seen whole. */
  private static final int INSET = 8;

  private final Graphics2D graphics;
  private final Palette palette;
  private final Axis across;
  private final Axis up;
  private final Ticks upTicks;
  private final Rectangle2D area;

  /** A plot of the usual size at (0, 0). */
  Plot(Graphics2D graphics, Palette palette, Axis across, Axis up) {
    this.graphics = graphics;
    this.palette = palette;
    this.across = across;
    this.up = up;
    this.upTicks = Ticks.of(up, MOST_STEPS_UP, 0);
    graphics.setFont(ChartStyle.FONT);
    FontMetrics metrics = graphics.getFontMetrics();
    int labels = upTicks.labels().stream().mapToInt(metrics::stringWidth).max().orElse(0);
    int left = MARGIN + LINE + GAP + labels + GAP;
    int bottom = 2 * LINE + GAP;
    area = new Rectangle2D.Double(
        left, MARGIN, ChartStyle.WIDTH - left - MARGIN, ChartStyle.HEIGHT - MARGIN - bottom);
  }

  /** The pixels from the left. */
  double x(double value) {
    double share = (value - across.lowest()) / (across.highest() - across.lowest());
    return area.getMinX() + INSET + share * (area.getWidth() - 2 * INSET);
  }

  /** The pixels from the top. */
  double y(double value) {
    double share = (value - up.lowest()) / (up.highest() - up.lowest());
    return area.getMaxY() - share * area.getHeight();
  }

  /** Draws scale and title of the axis that goes up, and lines across at its numbers. */
  void paintUp() {
    FontMetrics metrics = graphics.getFontMetrics();
    for (int i = 0; i < upTicks.values().size(); i++) {
      double y = y(upTicks.values().get(i));
      graphics.setColor(palette.of(Ink.GRID));
      graphics.setStroke(new BasicStroke(1));
      graphics.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
      String label = upTicks.labels().get(i);
      double left = area.getMinX() - GAP - metrics.stringWidth(label);
      text(label, left, y + centre(metrics));
    }
    AffineTransform before = graphics.getTransform();
    graphics.translate(MARGIN + metrics.getAscent(), area.getCenterY());
    graphics.rotate(-Math.PI / 2);
    text(up.title(), -metrics.stringWidth(up.title()) / 2.0, 0);
    graphics.setTransform(before);
  }

  /** Draws scale and title of the axis that goes across. */
  void paintAcross(double smallestStep) {
    int most = Math.max(2, (int) area.getWidth() / SPACE_OF_A_STEP_ACROSS);
    Ticks ticks = Ticks.of(across, most, smallestStep);
    for (int i = 0; i < ticks.values().size(); i++) {
      below(ticks.labels().get(i), x(ticks.values().get(i)), Integer.MAX_VALUE);
    }
    graphics.setColor(palette.of(Ink.AXIS));
    graphics.draw(
        new Line2D.Double(area.getMinX(), area.getMaxY(), area.getMaxX(), area.getMaxY()));
    int width = graphics.getFontMetrics().stringWidth(across.title());
    text(across.title(), area.getCenterX() - width / 2.0, area.getMaxY() + 2 * LINE);
  }

  /** Writes something below the plot. */
  void below(String label, double x, int width) {
    FontMetrics metrics = graphics.getFontMetrics();
    String fitting = Labels.shorten(label, metrics, width);
    text(fitting, x - metrics.stringWidth(fitting) / 2.0, area.getMaxY() + LINE);
  }

  /** Draws a line and its points; where a value is not finite it has a gap. */
  void line(LineStyle style, List<Double> x, List<Double> y) {
    Graphics2D inside = inside();
    inside.setColor(palette.of(style.ink()));
    style.dash().ifPresent(dash -> {
      inside.setStroke(dash.stroke(style.width()));
      inside.draw(path(x, y));
    });
    inside.dispose();
    for (int i = 0; i < x.size(); i++) {
      dot(style.dotInk(), style.dot(), x.get(i), y.get(i));
    }
  }

  /** Draws a point, unless it lies outside. */
  void dot(Ink ink, Dot dot, double x, double y) {
    boolean isInside = y >= up.lowest() && y <= up.highest();
    if (isInside) {
      graphics.setColor(palette.of(ink));
      dot.paint(graphics, x(x), y(y));
    }
  }

  private Path2D path(List<Double> x, List<Double> y) {
    Path2D path = new Path2D.Double();
    boolean isDown = false;
    for (int i = 0; i < x.size(); i++) {
      boolean isValue = Double.isFinite(y.get(i));
      if (isValue && isDown) {
        path.lineTo(x(x.get(i)), y(y.get(i)));
      } else if (isValue) {
        path.moveTo(x(x.get(i)), y(y.get(i)));
      }
      isDown = isValue;
    }
    return path;
  }

  /** Fills what lies between two lines; where one of them has a gap, the band has it too. */
  void band(Ink ink, List<Double> x, List<Double> lower, List<Double> upper) {
    Graphics2D inside = inside();
    inside.setColor(palette.translucent(ink));
    int end;
    for (int begin = 0; begin < x.size(); begin = end + 1) {
      end = begin;
      while (end < x.size() && Double.isFinite(lower.get(end) + upper.get(end))) {
        end++;
      }
      inside.fill(
          outline(x.subList(begin, end), lower.subList(begin, end), upper.subList(begin, end)));
    }
    inside.dispose();
  }

  private Path2D outline(List<Double> x, List<Double> lower, List<Double> upper) {
    Path2D outline = path(x, upper);
    for (int i = x.size() - 1; i >= 0; i--) {
      outline.lineTo(x(x.get(i)), y(lower.get(i)));
    }
    return outline;
  }

  /** Draws a bar from the bottom. */
  void bar(Ink ink, double x, double width, double value) {
    graphics.setColor(palette.of(ink));
    graphics.fill(
        new Rectangle2D.Double(x - width / 2, y(value), width, area.getMaxY() - y(value)));
  }

  /** Draws how far a value may be off. */
  void error(double x, double value, double error) {
    if (!(error > 0)) {
      return;
    }
    graphics.setColor(palette.of(Ink.STRONG));
    graphics.setStroke(new BasicStroke(1.2f));
    double high = y(value + error);
    double low = y(value - error);
    graphics.draw(new Line2D.Double(x, high, x, low));
    graphics.draw(new Line2D.Double(x - CAP, high, x + CAP, high));
    graphics.draw(new Line2D.Double(x - CAP, low, x + CAP, low));
  }

  private Graphics2D inside() {
    Graphics2D inside = (Graphics2D) graphics.create();
    inside.clip(area);
    return inside;
  }

  private void text(String text, double x, double baseline) {
    graphics.setColor(palette.of(Ink.TEXT));
    graphics.drawString(text, (float) x, (float) baseline);
  }

  private static double centre(FontMetrics metrics) {
    return (metrics.getAscent() - metrics.getDescent()) / 2.0;
  }
}
