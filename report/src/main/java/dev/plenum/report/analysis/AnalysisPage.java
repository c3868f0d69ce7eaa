package dev.plenum.report.analysis;

import dev.plenum.api.data.Dataset;
import dev.plenum.experiment.analysis.Analysis;
import dev.plenum.experiment.analysis.Disagreement;
import dev.plenum.experiment.analysis.Disagreement.Disputed;
import dev.plenum.experiment.analysis.Mistake;
import dev.plenum.experiment.analysis.Suspect;
import dev.plenum.report.PictureFile;
import dev.plenum.report.page.ChartFigure;
import dev.plenum.report.page.Figures;
import dev.plenum.report.page.Html;
import dev.plenum.report.page.HtmlPage;
import dev.plenum.report.page.PixelImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An analysis as one HTML page that needs no other file. */
final class AnalysisPage {
  static final int MOST_SUSPECTS = 60;
  private static final int MOST_DISPUTED = 24;
  private static final int MOST_OF_A_CLASS = 12;

  private final String title;
  private final Analysis analysis;
  private final List<String> classNames;
  private final AnalysisTables tables;

  private AnalysisPage(String title, Analysis analysis) {
    this.title = title;
    this.analysis = analysis;
    this.classNames = analysis.outputs().classNames();
    this.tables = new AnalysisTables(analysis);
  }

  static String of(String model, Analysis analysis) {
    return new AnalysisPage("%s on %s".formatted(model, analysis.images().name()), analysis)
        .page()
        .toString();
  }

  private HtmlPage page() {
    HtmlPage page = new HtmlPage(title)
        .verdict(HtmlPage.paragraphs(AnalysisFindings.of(analysis)))
        .section(
            "Labels that are probably wrong",
            suspects(analysis.labels().suspects(), analysis.images().test()));
    analysis
        .training()
        .ifPresent(found -> page.section(
            "Training labels that are probably wrong",
            suspects(found.labels().suspects(), found.images())));
    page.section("Errors by class", errors());
    if (!analysis.explained().isEmpty()) {
      page.section("What the classifier looked at", new ExplanationFigures(analysis).all());
    }
    page.section("Calibration", calibration());
    analysis
        .disagreement()
        .ifPresent(found -> page.section("Where the members disagree", disagreement(found)));
    return page;
  }

  private List<Html> suspects(List<Suspect> suspects, Dataset images) {
    List<Html> parts = new ArrayList<>();
    parts.add(HtmlPage.note(
        "The label is blue, what is suggested instead is red; below stand the image's number,"
            + " counted from 0, and its margin: the probability of the label less the largest"
            + " of another class; a star marks those in which another class is seen"
            + " confidently. Look before you change anything: a suspect can be an odd picture"
            + " with a right label."));
    parts.add(PixelImages.gallery(suspects.stream()
        .limit(MOST_SUSPECTS)
        .map(one -> item(
            images,
            one.image(),
            one.given(),
            one.suggested(),
            String.format(
                Locale.ROOT,
                "%d, %.3f%s",
                one.image(),
                one.margin(),
                one.isConfident() ? " *" : "")))
        .toList()));
    addRest(parts, suspects.size(), MOST_SUSPECTS);
    return parts;
  }

  private List<Html> errors() {
    List<Html> parts = new ArrayList<>();
    parts.add(tables.classes().toHtml());
    for (int c = 0; c < classNames.size(); c++) {
      int label = c;
      List<Mistake> own = analysis.mistakes().stream()
          .filter(mistake -> mistake.label() == label)
          .toList();
      if (!own.isEmpty()) {
        parts.add(Html.element("h3", classNames.get(c)));
        parts.add(PixelImages.gallery(own.stream()
            .limit(MOST_OF_A_CLASS)
            .map(mistake -> item(
                analysis.images().test(),
                mistake.image(),
                mistake.label(),
                mistake.prediction(),
                mistake.image() + ", " + percent(mistake.confidence())))
            .toList()));
        addRest(parts, own.size(), MOST_OF_A_CLASS);
      }
    }
    return parts;
  }

  private List<Html> calibration() {
    List<Html> parts = new ArrayList<>();
    PictureFile.draw(
            "the reliability diagram",
            () -> ChartFigure.of(
                "reliability",
                "Accuracy over confidence",
                "The accuracy of test images over the confidence with which they are classified.",
                ReliabilityChart.of(analysis.calibration(), analysis.calibrated())))
        .ifPresent(parts::add);
    parts.add(tables.calibration().toHtml());
    parts.add(tables.bins().toHtml());
    return parts;
  }

  private List<Html> disagreement(Disagreement found) {
    List<Html> parts = new ArrayList<>();
    parts.add(tables.pairs(found).toHtml());
    parts.add(HtmlPage.note(
        "The images on which most pairs of members differ; below stand the image's number, counted"
            + " from 0, and what each member takes it for."));
    parts.add(PixelImages.gallery(
        found.disputed().stream().limit(MOST_DISPUTED).map(this::disputed).toList()));
    addRest(parts, found.disputed().size(), MOST_DISPUTED);
    return parts;
  }

  private Html disputed(Disputed one) {
    String votes = one.votes().stream().map(classNames::get).collect(Collectors.joining(" | "));
    return item(
        analysis.images().test(),
        one.image(),
        one.label(),
        one.prediction(),
        one.image() + ": " + votes);
  }

  private Html item(Dataset images, int image, int label, int other, String name) {
    return Html.all(List.of(
        Thumbnail.of(images, image),
        words("true", classNames.get(label)),
        words("predicted", classNames.get(other)),
        words("name", name)));
  }

  static Html words(String kind, String text) {
    return Html.tag("span").attribute("class", kind).with(Html.text(text));
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
  }

  private static void addRest(List<Html> parts, int all, int shown) {
    if (all > shown) {
      parts.add(Html.element("p", "… and %s more".formatted(Figures.count(all - shown))));
    }
  }
}
