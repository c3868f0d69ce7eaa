package dev.plenum.app.compare.report;

import dev.plenum.app.compare.Group;
import dev.plenum.app.compare.cell.CellResult;
import dev.plenum.app.report.ChartStyle;
import dev.plenum.app.report.Ink;
import dev.plenum.app.statistics.Sample;
import java.awt.BasicStroke;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A metric over the epochs: per backend the mean over its seeds, in a band from smallest to largest. */
final class CurveChart {
  private static final int MARKED_EPOCHS = 30;
  private static final int TICK_SPACING = 48;
  private static final String AXIS_PATTERN = "0.00#";

  private final String metric;
  private final XYChart chart;

  private CurveChart(String metric, String axis, int epochs) {
    this.metric = metric;
    chart = new XYChartBuilder()
        .width(ChartStyle.WIDTH)
        .height(ChartStyle.HEIGHT)
        .xAxisTitle("epoch")
        .yAxisTitle(axis)
        .build();
    ChartStyle.apply(chart.getStyler());
    chart
        .getStyler()
        .setXAxisMin(1.0)
        .setXAxisMax((double) epochs)
        .setXAxisDecimalPattern("0")
        .setYAxisDecimalPattern(AXIS_PATTERN)
        .setXAxisTickMarkSpacingHint(
            (int) Math.max(TICK_SPACING, 0.75 * ChartStyle.WIDTH / (epochs - 1)));
  }

  /**
   * Draws it.
   *
   * @param epochs at least 2
   * @param groups of one network, each with the number that gives its look
   */
  static XYChart of(String metric, String axis, int epochs, List<Group> groups, Looks looks) {
    CurveChart curves = new CurveChart(metric, axis, epochs);
    groups.stream()
        .filter(group -> group.results().size() > 1)
        .forEach(group -> curves.addBand(group, looks.of(group)));
    groups.forEach(group -> curves.addMean(group, looks.of(group)));
    return curves.chart;
  }

  /** Which look a backend has, the same in all charts. */
  interface Looks {
    /** Counted from 0. */
    int of(Group group);
  }

  private void addMean(Group group, int look) {
    double[] mean = epochs(group).mapToDouble(epoch -> at(group, epoch).mean()).toArray();
    XYSeries series = chart.addSeries(group.backend(), x(group), mean);
    series.setLineColor(Ink.series(look));
    series.setLineStyle(ChartStyle.stroke(look));
    series.setMarkerColor(Ink.series(look));
    series.setMarker(mean.length <= MARKED_EPOCHS ? ChartStyle.marker(look) : SeriesMarkers.NONE);
  }

  private void addBand(Group group, int look) {
    int count = (int) epochs(group).count();
    double[] x = x(group);
    double[] outline = new double[2 * count];
    double[] around = new double[2 * count];
    for (int i = 0; i < count; i++) {
      Sample values = at(group, i);
      outline[i] = x[i];
      around[i] = values.max();
      outline[2 * count - 1 - i] = x[i];
      around[2 * count - 1 - i] = values.min();
    }
    XYSeries series = chart.addSeries(group.backend() + " from seed to seed", outline, around);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    series.setFillColor(Ink.band(look));
    series.setLineColor(Ink.band(look));
    series.setLineStyle(new BasicStroke(0));
    series.setMarker(SeriesMarkers.NONE);
  }

  private static double[] x(Group group) {
    return epochs(group).mapToDouble(epoch -> epoch + 1).toArray();
  }

  /** From 0; a training that was stopped early ends the curve. */
  private static IntStream epochs(Group group) {
    return IntStream.range(
        0,
        group.results().stream()
            .mapToInt(result -> result.run().history().epochs().size())
            .min()
            .orElseThrow());
  }

  private Sample at(Group group, int epoch) {
    return group.sample(result -> value(result, epoch));
  }

  private double value(CellResult result, int epoch) {
    return result.run().history().epochs().get(epoch).value(metric);
  }
}
