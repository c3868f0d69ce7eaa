package dev.plenum.app.compare.report;

import dev.plenum.app.compare.Group;
import dev.plenum.app.report.ChartStyle;
import dev.plenum.app.report.Ink;
import dev.plenum.app.statistics.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;

/** One measure of one network, backend by backend, with the standard deviation over the seeds. */
final class BackendChart {
  private final CategoryChart chart;
  private final List<Group> groups;
  private final List<String> backends;

  private BackendChart(String axis, List<Group> groups) {
    this.groups = groups;
    this.backends = groups.stream().map(Group::backend).toList();
    chart = new CategoryChartBuilder()
        .width(ChartStyle.WIDTH)
        .height(ChartStyle.HEIGHT)
        .yAxisTitle(axis)
        .build();
    ChartStyle.apply(chart.getStyler());
    chart.getStyler().setOverlapped(true).setAvailableSpaceFill(0.5);
  }

  /** Bars from 0. */
  static CategoryChart bars(
      String axis, List<Group> groups, Function<Group, Sample> measure, CurveChart.Looks looks) {
    BackendChart bars = new BackendChart(axis, groups);
    bars.chart.getStyler().setYAxisMin(0.0);
    bars.add(measure, looks, CategorySeriesRenderStyle.Bar);
    return bars.chart;
  }

  /** Points, for a measure whose distance from 0 means nothing. */
  static CategoryChart points(
      String axis, List<Group> groups, Function<Group, Sample> measure, CurveChart.Looks looks) {
    BackendChart points = new BackendChart(axis, groups);
    ScoreRange range = ScoreRange.of(groups.stream().map(measure).toList());
    points
        .chart
        .getStyler()
        .setYAxisMin(range.low())
        .setYAxisMax(range.high())
        .setYAxisDecimalPattern("0.000#");
    points.add(measure, looks, CategorySeriesRenderStyle.Scatter);
    return points.chart;
  }

  /** A series for each backend, so that it can have its own colour. */
  private void add(
      Function<Group, Sample> measure, CurveChart.Looks looks, CategorySeriesRenderStyle style) {
    for (int i = 0; i < groups.size(); i++) {
      Sample sample = measure.apply(groups.get(i));
      int look = looks.of(groups.get(i));
      CategorySeries series = chart.addSeries(
          backends.get(i), backends, only(i, sample.mean()), only(i, sample.standardDeviation()));
      series.setChartCategorySeriesRenderStyle(style);
      series.setFillColor(Ink.series(look));
      series.setLineColor(Ink.series(look));
      series.setMarkerColor(Ink.series(look));
      series.setMarker(ChartStyle.marker(look));
    }
  }

  private List<Double> only(int index, double value) {
    List<Double> values = new ArrayList<>(Collections.nCopies(backends.size(), null));
    values.set(index, value);
    return values;
  }
}
