package dev.plenum.report;

import java.awt.Graphics2D;
import java.util.List;

/** Lines over numbers from left to right, and a legend below where there is something to explain. */
public final class LineChart extends Chart {
  private final String title;
  private final Axis across;
  private final Axis up;
  private final List<Band> bands;
  private final List<Line> lines;
  private final Legend legend;

  /**
   * A line.
   *
   * @param style how it is drawn
   * @param x from left to right
   * @param y as many; where a value is not finite the line has a gap
   */
  public record Line(LineStyle style, List<Double> x, List<Double> y) {
    /**
     * Copies the lists; checks their lengths.
     *
     * @param style how it is drawn
     * @param x from left to right
     * @param y as many; where a value is not finite the line has a gap
     * @throws IllegalArgumentException if these differ
     */
    public Line {
      x = List.copyOf(x);
      y = List.copyOf(y);
      requireSameLength(x, y);
    }
  }

  /**
   * What lies between two lines.
   *
   * @param ink its colour, of which it has a hint
   * @param x from left to right
   * @param lower as many
   * @param upper as many
   */
  public record Band(Ink ink, List<Double> x, List<Double> lower, List<Double> upper) {
    /**
     * Copies the lists; checks their lengths.
     *
     * @param ink its colour, of which it has a hint
     * @param x from left to right
     * @param lower as many
     * @param upper as many
     * @throws IllegalArgumentException if these differ
     */
    public Band {
      x = List.copyOf(x);
      lower = List.copyOf(lower);
      upper = List.copyOf(upper);
      requireSameLength(x, lower);
      requireSameLength(x, upper);
    }
  }

  /**
   * A chart.
   *
   * @param title what stands above it; may be empty
   * @param across the axis of epochs or whatever is counted from left to right
   * @param up the axis of the values
   * @param bands behind the lines
   * @param lines those that come later lie above
   * @param legend what stands below it; may be empty
   */
  public LineChart(
      String title,
      Axis across,
      Axis up,
      List<Band> bands,
      List<Line> lines,
      List<LegendEntry> legend) {
    this.title = Labels.visible(title);
    this.across = across;
    this.up = up;
    this.bands = List.copyOf(bands);
    this.lines = List.copyOf(lines);
    this.legend = new Legend(List.copyOf(legend));
  }

  @Override
  String title() {
    return title;
  }

  @Override
  int height() {
    return ChartStyle.HEIGHT + legend.height();
  }

  @Override
  void paint(Graphics2D graphics, Palette palette) {
    Plot plot = new Plot(graphics, palette, across, up);
    plot.paintUp();
    plot.paintAcross(1);
    bands.forEach(band -> plot.band(band.ink(), band.x(), band.lower(), band.upper()));
    lines.forEach(line -> plot.line(line.style(), line.x(), line.y()));
    legend.paint(graphics, palette, ChartStyle.HEIGHT);
  }

  private static void requireSameLength(List<Double> some, List<Double> others) {
    if (some.size() != others.size()) {
      throw new IllegalArgumentException(
          "a line needs as many x as y, found " + some.size() + " and " + others.size());
    }
  }
}
