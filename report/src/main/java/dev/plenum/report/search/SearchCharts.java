package dev.plenum.report.search;

import dev.plenum.experiment.search.Choices;
import dev.plenum.experiment.search.NumberRange;
import dev.plenum.experiment.search.RungResult;
import dev.plenum.experiment.search.Search;
import dev.plenum.experiment.search.Trial;
import dev.plenum.experiment.statistics.Sample;
import dev.plenum.experiment.trial.Score;
import dev.plenum.report.Axis;
import dev.plenum.report.Chart;
import dev.plenum.report.Dash;
import dev.plenum.report.Dot;
import dev.plenum.report.Ink;
import dev.plenum.report.LineChart;
import dev.plenum.report.LineStyle;
import dev.plenum.report.MeasureChart;
import dev.plenum.report.PointChart;
import dev.plenum.report.page.ChartFigure;
import dev.plenum.report.page.Html;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * The charts of a search. What diverged is in none of them.
 *
 * @param search what came out
 */
record SearchCharts(Search search) {
  private static final String ACCURACY = "validation accuracy";

  List<Html> all() {
    List<Html> charts = new ArrayList<>();
    charts.add(figure("trials", "Trials, by the rung that they got to", byTrial()));
    if (search.plan().rungs().size() > 1) {
      charts.add(figure("rungs", "Trials from rung to rung", byRung()));
    }
    search
        .plan()
        .parameters()
        .forEach((name, range) -> charts.add(figure(
            "parameter-" + charts.size(),
            name + (search.plan().rungs().size() > 1 ? ", at the first rung" : ""),
            range instanceof NumberRange numbers ? numbers(name, numbers) : choices(name, range))));
    return charts;
  }

  private static Html figure(String id, String caption, Chart chart) {
    return ChartFigure.of(id, caption, caption + "; the table has the numbers.", chart);
  }

  private Chart byTrial() {
    List<PointChart.Point> points = new ArrayList<>();
    for (Trial trial : search.trials()) {
      trial
          .results()
          .forEach(result -> result
              .score()
              .ifPresent(
                  score -> points.add(point(result.epochs(), trial.number(), score.accuracy()))));
    }
    return new PointChart(new Axis("trial", 0, search.trials().size() + 1.0), accuracies(), points);
  }

  private PointChart.Point point(int epochs, double x, double accuracy) {
    int rung = search.plan().rungs().indexOf(epochs);
    return new PointChart.Point(Ink.series(rung), Dot.series(rung), x, accuracy, 0);
  }

  private Chart byRung() {
    List<LineChart.Line> lines = new ArrayList<>();
    for (Trial trial : search.trials()) {
      List<RungResult> good =
          trial.results().stream().filter(result -> !result.isDiverged()).toList();
      boolean isWinner = trial.equals(search.winner());
      LineStyle style = LineStyle.level(isWinner ? Ink.ORANGE : Ink.BLUE, Dash.SOLID);
      lines.add(new LineChart.Line(
          style.withDots(isWinner ? Dot.DIAMOND : Dot.CIRCLE),
          good.stream().map(result -> (double) result.epochs()).toList(),
          good.stream().map(SearchCharts::accuracy).toList()));
    }
    return new LineChart(
        "", Axis.epochs(search.plan().epochs()), accuracies(), List.of(), lines, List.of());
  }

  /** All trials have been trained alike at the first rung; colours say how far each got. */
  private Chart numbers(String name, NumberRange range) {
    List<PointChart.Point> points = new ArrayList<>();
    for (Trial trial : first()) {
      double value = Double.parseDouble(value(trial, name));
      double x = range.isLogarithmic() ? StrictMath.log10(value) : value;
      points.add(point(trial.last().epochs(), x, accuracy(trial.results().get(0))));
    }
    Axis across = range.isLogarithmic()
        ? new Axis(
            "log10 of " + name, StrictMath.log10(range.low()), StrictMath.log10(range.high()))
        : new Axis(name, range.low(), range.high());
    return new PointChart(across, accuracies(), points);
  }

  private Chart choices(String name, Object range) {
    Map<String, List<Double>> byValue = new LinkedHashMap<>();
    if (range instanceof Choices choices) {
      choices.values().forEach(value -> byValue.put(value, new ArrayList<>()));
    }
    first()
        .forEach(trial -> byValue
            .computeIfAbsent(value(trial, name), value -> new ArrayList<>())
            .add(accuracy(trial.results().get(0))));
    List<MeasureChart.Measure> measures = new ArrayList<>();
    byValue.forEach((value, accuracies) -> {
      if (!accuracies.isEmpty()) {
        Sample sample = new Sample(accuracies);
        measures.add(new MeasureChart.Measure(
            value, Ink.BLUE, Dot.CIRCLE, sample.mean(), sample.standardDeviation()));
      }
    });
    return MeasureChart.points(accuracies(), measures);
  }

  private List<Trial> first() {
    return search.trials().stream()
        .filter(trial -> !trial.results().get(0).isDiverged())
        .toList();
  }

  private static String value(Trial trial, String name) {
    return String.valueOf(trial.values().get(name));
  }

  private static double accuracy(RungResult result) {
    return result.score().map(Score::accuracy).orElse(Double.NaN);
  }

  private Axis accuracies() {
    return Axis.around(
        ACCURACY,
        search.trials().stream()
            .flatMap(trial -> trial.results().stream())
            .flatMapToDouble(result -> DoubleStream.of(accuracy(result))));
  }
}
