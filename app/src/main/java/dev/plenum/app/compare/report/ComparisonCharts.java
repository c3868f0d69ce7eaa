package dev.plenum.app.compare.report;

import dev.plenum.app.compare.Comparison;
import dev.plenum.app.compare.Group;
import dev.plenum.app.compare.cell.CellResult;
import dev.plenum.app.report.ChartStyle;
import dev.plenum.app.report.Figures;
import dev.plenum.app.report.Html;
import dev.plenum.app.report.Ink;
import dev.plenum.app.report.SvgChart;
import dev.plenum.app.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

/** The charts of a comparison. */
final class ComparisonCharts {
  private static final String LOSS = "loss";
  private static final String VALIDATION = "val_accuracy";
  private static final double MILLIS = 1000;

  private final Comparison comparison;

  ComparisonCharts(Comparison comparison) {
    this.comparison = comparison;
  }

  /** Speed against accuracy of every network on every backend. */
  Html overview() {
    XYChart chart = new XYChartBuilder()
        .width(ChartStyle.WIDTH)
        .height(ChartStyle.HEIGHT)
        .xAxisTitle("images trained on per second")
        .yAxisTitle("test accuracy")
        .build();
    ChartStyle.apply(chart.getStyler());
    ScoreRange range =
        ScoreRange.of(comparison.groups().stream().map(Group::accuracy).toList());
    chart
        .getStyler()
        .setXAxisMin(0.0)
        .setXAxisDecimalPattern("#,##0")
        .setYAxisMin(range.low())
        .setYAxisMax(range.high())
        .setYAxisDecimalPattern("0.000#");
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    for (Group group : comparison.groups()) {
      Sample accuracy = group.accuracy();
      XYSeries series = chart.addSeries(
          group.backend() + ", " + group.network(),
          new double[] {group.sample(CellResult::trainedPerSecond).mean()},
          new double[] {accuracy.mean()},
          new double[] {accuracy.standardDeviation()});
      series.setMarkerColor(Ink.series(look(group)));
      series.setMarker(ChartStyle.marker(comparison.plan().networks().indexOf(group.network())));
    }
    return SvgChart.figure("overview", "Speed against accuracy", overviewText(), chart);
  }

  private String overviewText() {
    return comparison.groups().stream()
        .map(group -> "%s on %s: %s images per second, accuracy %s."
            .formatted(
                group.network(),
                group.backend(),
                Figures.withSpread(group.sample(CellResult::trainedPerSecond)),
                Figures.scoreWithSpread(group.accuracy())))
        .collect(Collectors.joining(" "));
  }

  /** Curves and measures of one network; a single epoch makes no curve. */
  List<Html> ofNetwork(String network) {
    List<Group> groups = comparison.groups(network);
    String id = "network-" + comparison.plan().networks().indexOf(network);
    List<Html> charts = new ArrayList<>();
    if (comparison.epochs() > 1) {
      charts.add(curves(id + "-loss", "Training loss", LOSS, "loss", groups));
      if (hasValidation(groups)) {
        charts.add(curves(
            id + "-validation", "Validation accuracy", VALIDATION, "validation accuracy", groups));
      }
    }
    charts.add(figure(
        id + "-accuracy",
        "Test accuracy",
        groups,
        Group::accuracy,
        Figures::scoreWithSpread,
        BackendChart.points("test accuracy", groups, Group::accuracy, this::look)));
    charts.add(
        bars(id + "-speed", "Training speed", "images/s", groups, CellResult::trainedPerSecond));
    charts.add(bars(
        id + "-latency",
        "Time to classify one image",
        "median, ms",
        groups,
        result -> MILLIS * result.latencyP50()));
    charts.add(bars(
        id + "-memory",
        "Peak memory",
        "MB",
        groups,
        result -> Figures.megabytes(result.peakMemoryBytes())));
    return charts;
  }

  private Html bars(
      String id,
      String caption,
      String axis,
      List<Group> groups,
      ToDoubleFunction<CellResult> measure) {
    return figure(
        id,
        caption,
        groups,
        group -> group.sample(measure),
        Figures::withSpread,
        BackendChart.bars(axis, groups, group -> group.sample(measure), this::look));
  }

  private static boolean hasValidation(List<Group> groups) {
    return groups.stream()
        .flatMap(group -> group.results().stream())
        .allMatch(
            result -> result.run().history().epochs().get(0).metrics().containsKey(VALIDATION));
  }

  private Html curves(String id, String caption, String metric, String axis, List<Group> groups) {
    String description = groups.stream()
        .map(group -> "%s from %s in the first epoch to %s in the last."
            .formatted(group.backend(), end(group, metric, true), end(group, metric, false)))
        .collect(Collectors.joining(" ", caption + " over the epochs. ", ""));
    return SvgChart.figure(
        id,
        caption,
        description,
        CurveChart.of(metric, axis, comparison.epochs(), groups, this::look));
  }

  private static String end(Group group, String metric, boolean isFirst) {
    return Figures.score(group
        .sample(result -> {
          List<Double> values = result.run().history().values(metric);
          return values.get(isFirst ? 0 : values.size() - 1);
        })
        .mean());
  }

  private static Html figure(
      String id,
      String caption,
      List<Group> groups,
      Function<Group, Sample> measure,
      Function<Sample, String> format,
      CategoryChart chart) {
    String description = groups.stream()
        .map(group -> group.backend() + " " + format.apply(measure.apply(group)) + ".")
        .collect(Collectors.joining(" ", caption + ". ", ""));
    return SvgChart.figure(id, caption, description, chart);
  }

  private int look(Group group) {
    return comparison.plan().backends().indexOf(group.backend());
  }
}
