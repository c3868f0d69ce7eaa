package dev.plenum.report;

import dev.plenum.api.EpochRecord;
import dev.plenum.report.HistoryChart.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The lines of a {@link HistoryChart}.
 *
 * @param metric what was measured
 * @param runs at least one
 * @param levels what they are compared with
 * @param range the axis of the values
 */
record HistoryLines(String metric, List<RunHistory> runs, List<Level> levels, Axis range) {
  private static final String VALIDATION = "val_";
  private static final int DOTS_OF_A_CURVE = 10;

  /**
   * Values that every training of a chart may have.
   *
   * @param name as histories name them
   * @param dash how they are drawn
   * @param meaning what they are
   */
  record Part(String name, Dash dash, String meaning) {

    /** NaN where an epoch lacks it; empty if all do. */
    List<Double> values(RunHistory run) {
      List<EpochRecord> epochs = run.history().epochs();
      return epochs.stream().anyMatch(epoch -> epoch.metrics().containsKey(name))
          ? epochs.stream()
              .map(epoch -> epoch.metrics().getOrDefault(name, Double.NaN))
              .toList()
          : List.of();
    }
  }

  /** The parts of a metric that at least one training has. */
  static List<Part> parts(String metric, List<RunHistory> runs) {
    Part validation = new Part(
        metric.startsWith(VALIDATION) ? metric : VALIDATION + metric, Dash.SOLID, "validation");
    Stream<Part> parts = metric.startsWith(VALIDATION)
        ? Stream.of(validation)
        : Stream.of(new Part(metric, Dash.DASHED, "training"), validation);
    return parts
        .filter(part -> runs.stream().anyMatch(run -> !part.values(run).isEmpty()))
        .toList();
  }

  List<Part> parts() {
    return parts(metric, runs);
  }

  Axis across() {
    return Axis.epochs(
        runs.stream().mapToInt(run -> run.history().epochs().size()).max().orElseThrow());
  }

  /** What is compared with lies below, then come tests, curves, and falls of the learning rate. */
  List<LineChart.Line> lines() {
    List<LineChart.Line> lines = new ArrayList<>();
    levels.forEach(level -> lines.add(horizontal(level.style(), level.value())));
    for (int i = 0; i < runs.size(); i++) {
      LineStyle style = test(i);
      runs.get(i).test().ifPresent(value -> lines.add(horizontal(style, value)));
    }
    for (int i = 0; i < runs.size(); i++) {
      for (Part part : parts()) {
        addCurve(lines, i, part);
      }
      addFalls(lines, i);
    }
    return lines;
  }

  private LineChart.Line horizontal(LineStyle style, double value) {
    Axis across = across();
    return new LineChart.Line(
        style, List.of(across.lowest(), across.highest()), List.of(value, value));
  }

  /** Not every value of a long curve gets a point, and those of different curves lie apart. */
  private void addCurve(List<LineChart.Line> lines, int index, Part part) {
    List<Double> y = part.values(runs.get(index));
    List<Double> x =
        IntStream.rangeClosed(1, y.size()).mapToObj(Double::valueOf).toList();
    lines.add(new LineChart.Line(LineStyle.line(ink(index), part.dash()), x, y));
    int every = Math.max(1, y.size() / DOTS_OF_A_CURVE);
    List<Integer> dotted = IntStream.range(0, y.size())
        .filter(i -> i % every == index % every)
        .boxed()
        .toList();
    lines.add(new LineChart.Line(
        LineStyle.dots(ink(index), dot(index)),
        dotted.stream().map(x::get).toList(),
        dotted.stream().map(y::get).toList()));
  }

  private void addFalls(List<LineChart.Line> lines, int index) {
    List<Double> epochs = RateCuts.of(runs.get(index).history()).epochs().stream()
        .map(Double::valueOf)
        .toList();
    lines.add(new LineChart.Line(
        LineStyle.dots(ink(index), Dot.FALL),
        epochs,
        epochs.stream().map(epoch -> range.lowest()).toList()));
  }

  Ink ink(int index) {
    return runs.get(index).ink().orElse(Ink.series(index));
  }

  Dot dot(int index) {
    return Dot.series(index);
  }

  /** Black; its ends show whose it is. */
  LineStyle test(int index) {
    LineStyle black = LineStyle.level(Ink.STRONG, Dash.SOLID);
    return runs.size() == 1 ? black : black.withDots(dot(index), ink(index));
  }
}
