package dev.plenum.report.reference;

import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.experiment.reference.Stage;
import dev.plenum.experiment.reference.StageResult;
import dev.plenum.persistence.RunRecord;
import dev.plenum.report.Dash;
import dev.plenum.report.HistoryChart;
import dev.plenum.report.HistoryChart.Level;
import dev.plenum.report.Ink;
import dev.plenum.report.LineStyle;
import dev.plenum.report.NetworkInk;
import dev.plenum.report.RunHistory;
import dev.plenum.report.page.ChartFigure;
import dev.plenum.report.page.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the original's pictures of accuracy over epochs, as far as its stages were run; the legend
 * names those that were not.
 *
 * @param file the name of its file
 * @param title what was trained
 * @param curves the stages whose curves are drawn
 * @param levels the stages before it whose test accuracy is drawn, to be compared with
 */
record AccuracyPicture(String file, String title, List<Stage> curves, List<Stage> levels) {
  private static final String METRIC = "accuracy";

  /** The original's, in its order. */
  static final List<AccuracyPicture> ALL = List.of(
      new AccuracyPicture(
          "1-accuracy.png",
          "Without augmentation",
          List.of(Stage.DENSE, Stage.SIMPLE_CONV),
          List.of()),
      new AccuracyPicture(
          "2-augmentation.png",
          "With augmentation",
          List.of(Stage.AUGMENTATION),
          List.of(Stage.SIMPLE_CONV)),
      new AccuracyPicture(
          "3-learning-rate.png",
          "With augmentation and learning-rate reduction",
          List.of(Stage.LEARNING_RATE_REDUCTION),
          List.of(Stage.SIMPLE_CONV, Stage.AUGMENTATION)));

  /** Whether there is anything to draw. */
  boolean isIn(Reproduction reproduction) {
    return !results(reproduction, curves).isEmpty();
  }

  /** Draws it. */
  ReportPicture draw(Reproduction reproduction) {
    HistoryChart chart = chart(reproduction);
    String id = file.replace(".png", "");
    return new ReportPicture(
        file,
        chart,
        ChartFigure.of(
            id, heading(reproduction) + whichRun(reproduction), describe(reproduction), chart),
        true);
  }

  HistoryChart chart(Reproduction reproduction) {
    List<RunHistory> runs = runs(reproduction);
    AccuracyRange range = AccuracyRange.of(
        runs,
        results(reproduction, levels).stream()
            .map(result -> first(result).outcome().test().accuracy())
            .toList());
    HistoryChart chart = HistoryChart.of(METRIC, runs)
        .title(heading(reproduction))
        .range(range.lowest(), range.highest());
    for (StageResult result : results(reproduction, levels)) {
      chart = chart.level(level(result));
    }
    for (String note : missing(reproduction)) {
      chart = chart.note(note);
    }
    return chart;
  }

  private List<RunHistory> runs(Reproduction reproduction) {
    return results(reproduction, curves).stream()
        .map(result -> {
          String network = result.stage().network().displayName();
          return RunHistory.of(network, first(result).outcome().history())
              .test(first(result).outcome().test().accuracy())
              .ink(NetworkInk.of(network));
        })
        .toList();
  }

  private static Level level(StageResult result) {
    boolean isAugmented = result.stage().isAugmented();
    return new Level(
        "test " + (isAugmented ? "with" : "without") + " augmentation",
        first(result).outcome().test().accuracy(),
        isAugmented
            ? LineStyle.level(Ink.GREEN, Dash.DOTTED)
            : LineStyle.level(Ink.RED, Dash.DASH_DOTTED));
  }

  private List<String> missing(Reproduction reproduction) {
    return Stream.concat(curves.stream(), levels.stream())
        .filter(stage -> reproduction.result(stage).isEmpty())
        .map(stage -> "not run: stage %s, %s".formatted(stage.id(), stage.title()))
        .toList();
  }

  private String heading(Reproduction reproduction) {
    String networks = results(reproduction, curves).stream()
        .map(result -> result.stage().network().displayName())
        .collect(Collectors.joining(" and "));
    return "%s: %s on %s".formatted(title, networks, reproduction.data().name());
  }

  private String whichRun(Reproduction reproduction) {
    List<StageResult> shown = results(reproduction, curves);
    return shown.stream().allMatch(result -> result.runs().size() == 1)
        ? ""
        : String.format(
            Locale.ROOT,
            ", the first run, with seed %d",
            first(shown.get(0)).setup().seed());
  }

  private String describe(Reproduction reproduction) {
    List<String> sentences = new ArrayList<>(List.of("Accuracy over the epochs."));
    runs(reproduction).forEach(run -> sentences.add(describe(run)));
    results(reproduction, levels)
        .forEach(result -> sentences.add("Stage %s, %s: test %s."
            .formatted(
                result.stage().id(),
                result.stage().title(),
                Figures.score(first(result).outcome().test().accuracy()))));
    return String.join(" ", sentences);
  }

  private static String describe(RunHistory run) {
    return "%s: training %s, validation %s; test %s."
        .formatted(
            run.name(),
            fromTo(run.history().values(METRIC)),
            fromTo(run.history().values("val_" + METRIC)),
            Figures.score(run.test().orElseThrow()));
  }

  private static String fromTo(List<Double> values) {
    return Figures.score(values.get(0)) + " to " + Figures.score(values.get(values.size() - 1));
  }

  private static List<StageResult> results(Reproduction reproduction, List<Stage> stages) {
    return stages.stream().flatMap(stage -> reproduction.result(stage).stream()).toList();
  }

  private static RunRecord first(StageResult result) {
    return result.runs().get(0);
  }
}
