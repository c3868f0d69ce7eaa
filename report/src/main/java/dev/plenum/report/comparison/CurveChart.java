package dev.plenum.report.comparison;

import dev.plenum.experiment.comparison.CellResult;
import dev.plenum.experiment.comparison.Group;
import dev.plenum.experiment.statistics.Sample;
import dev.plenum.report.Axis;
import dev.plenum.report.Dash;
import dev.plenum.report.Dot;
import dev.plenum.report.Ink;
import dev.plenum.report.LineChart;
import dev.plenum.report.LineStyle;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A metric over the epochs: per backend the mean over its seeds, in a band from smallest to largest.
 *
 * @param metric as histories name it
 * @param looks which look a backend has, the same in all charts
 */
record CurveChart(String metric, Looks looks) {
  private static final int DOTTED_EPOCHS = 30;

  /** Which look a backend has. */
  interface Looks {
    /** Counted from 0. */
    int of(Group group);
  }

  /**
   * Draws it.
   *
   * @param epochs at least 2
   * @param groups of one network
   */
  LineChart of(String axis, int epochs, List<Group> groups) {
    DoubleStream all = groups.stream()
        .flatMapToDouble(group -> epochs(group).boxed().flatMapToDouble(epoch -> {
          Sample values = at(group, epoch);
          return DoubleStream.of(values.min(), values.max());
        }));
    return new LineChart(
        "",
        Axis.epochs(epochs),
        Axis.around(axis, all),
        groups.stream()
            .filter(group -> group.results().size() > 1)
            .map(this::band)
            .toList(),
        groups.stream().map(this::mean).toList(),
        List.of());
  }

  private LineChart.Line mean(Group group) {
    int look = looks.of(group);
    LineStyle line = LineStyle.line(Ink.series(look), Dash.series(look));
    List<Double> x = x(group);
    return new LineChart.Line(
        x.size() <= DOTTED_EPOCHS ? line.withDots(Dot.series(look)) : line,
        x,
        values(group, Sample::mean));
  }

  private LineChart.Band band(Group group) {
    return new LineChart.Band(
        Ink.series(looks.of(group)),
        x(group),
        values(group, Sample::min),
        values(group, Sample::max));
  }

  private List<Double> values(Group group, ToDoubleFunction<Sample> value) {
    return epochs(group)
        .mapToObj(epoch -> value.applyAsDouble(at(group, epoch)))
        .toList();
  }

  private static List<Double> x(Group group) {
    return epochs(group).mapToObj(epoch -> epoch + 1.0).toList();
  }

  /** From 0; a training that was stopped early ends the curve. */
  private static IntStream epochs(Group group) {
    return IntStream.range(
        0,
        group.results().stream()
            .mapToInt(result -> result.record().outcome().history().epochs().size())
            .min()
            .orElseThrow());
  }

  private Sample at(Group group, int epoch) {
    return group.sample(result -> value(result, epoch));
  }

  private double value(CellResult result, int epoch) {
    return result.record().outcome().history().epochs().get(epoch).value(metric);
  }
}
