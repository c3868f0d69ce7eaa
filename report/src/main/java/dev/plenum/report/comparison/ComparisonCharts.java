package dev.plenum.report.comparison;

import dev.plenum.experiment.comparison.CellResult;
import dev.plenum.experiment.comparison.Comparison;
import dev.plenum.experiment.comparison.Group;
import dev.plenum.experiment.statistics.Sample;
import dev.plenum.report.Axis;
import dev.plenum.report.Dot;
import dev.plenum.report.Ink;
import dev.plenum.report.MeasureChart;
import dev.plenum.report.PointChart;
import dev.plenum.report.page.ChartFigure;
import dev.plenum.report.page.Figures;
import dev.plenum.report.page.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

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
    ScoreRange range =
        ScoreRange.of(comparison.groups().stream().map(Group::accuracy).toList());
    PointChart chart = new PointChart(
        Axis.fromZero(
            "images trained on per second",
            comparison.groups().stream().mapToDouble(group -> speed(group).mean())),
        new Axis("test accuracy", range.low(), range.high()),
        comparison.groups().stream().map(this::point).toList());
    return ChartFigure.of("overview", "Speed against accuracy", overviewText(), chart);
  }

  private PointChart.Point point(Group group) {
    Sample accuracy = group.accuracy();
    return new PointChart.Point(
        Ink.series(look(group)),
        Dot.series(comparison.plan().networks().indexOf(group.network())),
        speed(group).mean(),
        accuracy.mean(),
        accuracy.standardDeviation());
  }

  private static Sample speed(Group group) {
    return group.sample(CellResult::trainedPerSecond);
  }

  private String overviewText() {
    return comparison.groups().stream()
        .map(group -> "%s on %s: %s images per second, accuracy %s."
            .formatted(
                group.network(),
                group.backend(),
                Figures.withSpread(speed(group)),
                Figures.scoreWithSpread(group.accuracy())))
        .collect(Collectors.joining(" "));
  }

  /** Curves and measures of one network; a single epoch makes no curve. */
  List<Html> ofNetwork(String network) {
    List<Group> groups = comparison.groups(network);
    String id = "network-" + comparison.plan().networks().indexOf(network);
    List<Html> charts = new ArrayList<>();
    if (comparison.plan().epochs() > 1) {
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
        points("test accuracy", groups)));
    charts.add(
        bars(id + "-speed", "Training speed", "images/s", groups, CellResult::trainedPerSecond));
    charts.add(bars(
        id + "-latency",
        "Time to classify one image",
        "median, ms",
        groups,
        result -> MILLIS * result.measures().inference().latencyP50()));
    charts.add(bars(
        id + "-memory",
        "Peak memory",
        "MB",
        groups,
        result -> Figures.megabytes(result.measures().peakMemoryBytes())));
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
        MeasureChart.bars(axis, measures(groups, group -> group.sample(measure))));
  }

  /** Points, because the distance of an accuracy from 0 means nothing. */
  private MeasureChart points(String axis, List<Group> groups) {
    ScoreRange range = ScoreRange.of(groups.stream().map(Group::accuracy).toList());
    return MeasureChart.points(
        new Axis(axis, range.low(), range.high()), measures(groups, Group::accuracy));
  }

  private List<MeasureChart.Measure> measures(List<Group> groups, Function<Group, Sample> measure) {
    return groups.stream()
        .map(group -> {
          Sample sample = measure.apply(group);
          int look = look(group);
          return new MeasureChart.Measure(
              group.backend(),
              Ink.series(look),
              Dot.series(look),
              sample.mean(),
              sample.standardDeviation());
        })
        .toList();
  }

  private static boolean hasValidation(List<Group> groups) {
    return groups.stream()
        .flatMap(group -> group.results().stream())
        .allMatch(result ->
            result.record().outcome().history().epochs().get(0).metrics().containsKey(VALIDATION));
  }

  private Html curves(String id, String caption, String metric, String axis, List<Group> groups) {
    String description = groups.stream()
        .map(group -> "%s from %s in the first epoch to %s in the last."
            .formatted(group.backend(), end(group, metric, true), end(group, metric, false)))
        .collect(Collectors.joining(" ", caption + " over the epochs. ", ""));
    return ChartFigure.of(
        id,
        caption,
        description,
        new CurveChart(metric, this::look).of(axis, comparison.plan().epochs(), groups));
  }

  private static String end(Group group, String metric, boolean isFirst) {
    return Figures.score(group
        .sample(result -> {
          List<Double> values = result.record().outcome().history().values(metric);
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
      MeasureChart chart) {
    String description = groups.stream()
        .map(group -> group.backend() + " " + format.apply(measure.apply(group)) + ".")
        .collect(Collectors.joining(" ", caption + ". ", ""));
    return ChartFigure.of(id, caption, description, chart);
  }

  private int look(Group group) {
    return comparison.plan().backends().indexOf(group.backend());
  }
}
