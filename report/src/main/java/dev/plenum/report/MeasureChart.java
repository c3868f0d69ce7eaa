package dev.plenum.report;

import java.awt.Graphics2D;
import java.util.List;

/** One measure of several things side by side, each with the error that it may have. */
public final class MeasureChart extends Chart {
  private static final double FILLED = 0.5;

  private final Axis up;
  private final List<Measure> measures;
  private final boolean isBars;

  /**
   * A measured value.
   *
   * @param name what was measured
   * @param ink the colour of its bar or point
   * @param dot the shape of its point
   * @param value what was found
   * @param error how far it may be off; 0 for none
   */
  public record Measure(String name, Ink ink, Dot dot, double value, double error) {
    /**
     * Control characters of the name become visible.
     *
     * @param name what was measured
     * @param ink the colour of its bar or point
     * @param dot the shape of its point
     * @param value what was found
     * @param error how far it may be off; 0 for none
     */
    public Measure {
      name = Labels.visible(name);
    }
  }

  private MeasureChart(Axis up, List<Measure> measures, boolean isBars) {
    this.up = up;
    this.measures = List.copyOf(measures);
    this.isBars = isBars;
  }

  /**
   * {@return bars from 0}
   *
   * @param axis what the axis that goes up measures
   * @param measures from left to right; none is negative
   */
  public static MeasureChart bars(String axis, List<Measure> measures) {
    Axis up = Axis.fromZero(
        axis, measures.stream().mapToDouble(measure -> measure.value() + measure.error()));
    return new MeasureChart(up, measures, true);
  }

  /**
   * {@return points, for a measure whose distance from 0 means nothing}
   *
   * @param up the axis of the values; points outside it are left out
   * @param measures from left to right
   */
  public static MeasureChart points(Axis up, List<Measure> measures) {
    return new MeasureChart(up, measures, false);
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
    Plot plot = new Plot(graphics, palette, new Axis("", 0, measures.size()), up);
    plot.paintUp();
    double slot = plot.x(1) - plot.x(0);
    for (int i = 0; i < measures.size(); i++) {
      Measure measure = measures.get(i);
      double x = plot.x(i + 0.5);
      if (isBars) {
        plot.bar(measure.ink(), x, FILLED * slot, measure.value());
      } else {
        plot.dot(measure.ink(), measure.dot(), i + 0.5, measure.value());
      }
      plot.error(x, measure.value(), measure.error());
      plot.below(measure.name(), x, (int) slot);
    }
  }
}
