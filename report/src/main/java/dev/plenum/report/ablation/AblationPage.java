package dev.plenum.report.ablation;

import dev.plenum.experiment.ablation.Ablation;
import dev.plenum.experiment.ablation.AblationPlan;
import dev.plenum.experiment.ablation.Effect;
import dev.plenum.experiment.statistics.Interval;
import dev.plenum.experiment.statistics.Sample;
import dev.plenum.report.Axis;
import dev.plenum.report.Dot;
import dev.plenum.report.Ink;
import dev.plenum.report.PointChart;
import dev.plenum.report.page.ChartFigure;
import dev.plenum.report.page.Html;
import dev.plenum.report.page.HtmlPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** An ablation as one HTML page that needs no other file. */
final class AblationPage {
  private static final String EFFECTS =
      "Every image of the training set is judged once for each recipe and seed, by a network that"
          + " was not trained on it; the test images are never looked at. McNemar’s test asks"
          + " whether a recipe is right about more images than the base by more than chance"
          + " explains: each image counts once, for the one of which more trainings get it right."
          + " p is also given corrected by Holm’s method for the number of recipes; the verdict"
          + " goes by that. Differences have Student’s 95 % interval over folds and seeds, which"
          + " share most of their training images: the test is the safer judge. Time is that of"
          + " the training alone, recipes in turn: the ratio in the middle, since the first training of a run also waits for the JVM.";

  private AblationPage() {}

  static String of(Ablation ablation) {
    AblationTables tables = new AblationTables(ablation);
    AblationPlan plan = ablation.plan();
    HtmlPage page = new HtmlPage(
            "Ablation: " + String.join(", ", plan.variants().keySet()))
        .verdict(HtmlPage.paragraphs(AblationFindings.of(ablation)))
        .section("Against the base", tables.effects().toHtml(), HtmlPage.note(EFFECTS))
        .section("Recipes", tables.recipes().toHtml());
    if (!ablation.effects().isEmpty()) {
      page.section(
          "What it gives, and what it costs",
          ChartFigure.orReason(() -> List.of(chart(ablation.effects()))));
    }
    return page.section("Every training", tables.trainings().toHtml())
        .section(
            "Where the results come from",
            HtmlPage.note("Dataset %s, SHA-256 %s; %s folds, seeds %s to %s; Plenum %s."
                .formatted(
                    ablation.data().name(),
                    ablation.data().sha256(),
                    plan.folds(),
                    plan.firstSeed(),
                    plan.firstSeed() + plan.seeds() - 1,
                    ablation.invocation().plenumVersion())))
        .section(
            "Run it again",
            HtmlPage.preformatted("Command", ablation.invocation().command()))
        .toString();
  }

  /** Above 0 is better than the base, to the right of 1 is dearer. */
  private static Html chart(List<Effect> effects) {
    List<PointChart.Point> points = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Effect effect : effects) {
      Sample difference = effect.accuracyDifference();
      int look = points.size();
      points.add(new PointChart.Point(
          Ink.series(look),
          Dot.series(look),
          effect.cost().median(),
          difference.mean(),
          half(effect)));
      names.add(effect.variant().name());
    }
    PointChart chart = new PointChart(
        Axis.around(
            "time, × base",
            DoubleStream.concat(
                DoubleStream.of(1), points.stream().mapToDouble(PointChart.Point::x))),
        Axis.around(
            "accuracy − base",
            DoubleStream.concat(
                DoubleStream.of(0),
                points.stream()
                    .flatMapToDouble(point ->
                        DoubleStream.of(point.y() - point.error(), point.y() + point.error())))),
        points);
    return Html.all(List.of(
        ChartFigure.legend(names),
        ChartFigure.of(
            "effects",
            "Accuracy against time, both beside the base",
            "Difference of accuracy against time; the table has the numbers.",
            chart)));
  }

  private static double half(Effect effect) {
    return effect
        .accuracyDifference()
        .confidence()
        .map((Interval interval) -> (interval.high() - interval.low()) / 2)
        .orElse(0.0);
  }
}
