package dev.plenum.report;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A metric over the epochs of one training or several, as the exercises draw it: colour is the
 * training, dashed its values on training images, solid those on validation images, black the result
 * on test images. Small triangles show where the learning rate fell.
 *
 * <pre>{@code
 * HistoryChart.of("accuracy", RunHistory.of("sgd", sgd).test(0.97), RunHistory.of("adam", adam))
 *     .title("Optimizers").writePng(Path.of("optimizers.png"));
 * }</pre>
 */
public final class HistoryChart extends Chart {
  /** More could not be told apart: so many pairs of colour and shape there are. */
  public static final int MOST_RUNS = 12;

  private final String title;
  private final String metric;
  private final List<RunHistory> runs;
  private final List<Level> levels;
  private final Optional<Axis> up;
  private final List<String> notes;

  /**
   * Something to compare with: a horizontal line.
   *
   * @param name what it is
   * @param value where it lies
   * @param style how it is drawn
   */
  public record Level(String name, double value, LineStyle style) {}

  private HistoryChart(
      String title,
      String metric,
      List<RunHistory> runs,
      List<Level> levels,
      Optional<Axis> up,
      List<String> notes) {
    this.title = title;
    this.metric = metric;
    this.runs = List.copyOf(runs);
    this.levels = List.copyOf(levels);
    this.up = up;
    this.notes = List.copyOf(notes);
  }

  /**
   * {@return a chart without a title} See {@link #of(String, List)}.
   *
   * @param metric as histories name it
   * @param runs 1 to {@link #MOST_RUNS}
   */
  public static HistoryChart of(String metric, RunHistory... runs) {
    return of(metric, Arrays.asList(runs));
  }

  /**
   * {@return a chart without a title}
   *
   * @param metric as histories name it: {@code accuracy}, {@code loss}, {@code macro_f1}, {@code
   *     learning_rate} …; what was measured on validation images is drawn, too
   * @param runs 1 to {@link #MOST_RUNS}
   * @throws IllegalArgumentException if there are none or more, or one lacks the metric; the message
   *     names it
   */
  public static HistoryChart of(String metric, List<RunHistory> runs) {
    if (runs.isEmpty() || runs.size() > MOST_RUNS) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "a chart shows 1 to %d trainings, which is what can be told apart; found %d",
          MOST_RUNS,
          runs.size()));
    }
    runs.forEach(run -> requireMetric(run, metric));
    return new HistoryChart("", metric, runs, List.of(), Optional.empty(), List.of());
  }

  private static void requireMetric(RunHistory run, String metric) {
    if (HistoryLines.parts(metric, List.of(run)).isEmpty()) {
      Set<String> known = new LinkedHashSet<>();
      run.history().epochs().forEach(epoch -> known.addAll(epoch.metrics().keySet()));
      throw new IllegalArgumentException("'%s' has no metric '%s'; it has %s"
          .formatted(run.name(), metric, String.join(", ", known)));
    }
  }

  /**
   * {@return this with a title}
   *
   * @param text what stands above it; empty for nothing
   */
  public HistoryChart title(String text) {
    return new HistoryChart(text, metric, runs, levels, up, notes);
  }

  /**
   * {@return this and a line to compare with}
   *
   * @param level drawn behind the curves
   */
  public HistoryChart level(Level level) {
    return new HistoryChart(title, metric, runs, plus(levels, level), up, notes);
  }

  /**
   * {@return this with an axis that does not follow from the values}
   *
   * @param lowest where it begins
   * @param highest where it ends, above that
   */
  public HistoryChart range(double lowest, double highest) {
    Axis range = new Axis(words(metric), lowest, highest);
    return new HistoryChart(title, metric, runs, levels, Optional.of(range), notes);
  }

  /**
   * {@return this with something to know at the end of the legend}
   *
   * @param text stands below the notes so far
   */
  public HistoryChart note(String text) {
    return new HistoryChart(title, metric, runs, levels, up, plus(notes, text));
  }

  private static <T> List<T> plus(List<T> some, T more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  @Override
  String title() {
    return lines().title();
  }

  @Override
  int height() {
    return lines().height();
  }

  @Override
  void paint(Graphics2D graphics, Palette palette) {
    lines().paint(graphics, palette);
  }

  private LineChart lines() {
    Axis range = up.orElseGet(() -> Axis.around(words(metric), values()));
    HistoryLines lines = new HistoryLines(metric, runs, levels, range);
    return new LineChart(
        title,
        lines.across(),
        range,
        List.of(),
        lines.lines(),
        new HistoryLegend(lines, notes).entries());
  }

  private DoubleStream values() {
    DoubleStream measured = runs.stream()
        .flatMapToDouble(run -> HistoryLines.parts(metric, List.of(run)).stream()
            .flatMap(part -> part.values(run).stream())
            .mapToDouble(Double::doubleValue));
    return DoubleStream.concat(
        DoubleStream.concat(measured, runs.stream().flatMapToDouble(run -> run.test().stream())),
        levels.stream().mapToDouble(Level::value));
  }

  private static String words(String name) {
    return name.replace('_', ' ');
  }
}
