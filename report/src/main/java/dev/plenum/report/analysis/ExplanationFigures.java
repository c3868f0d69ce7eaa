package dev.plenum.report.analysis;

import dev.plenum.api.data.Dataset;
import dev.plenum.experiment.analysis.Analysis;
import dev.plenum.experiment.analysis.ExplainedMistake;
import dev.plenum.experiment.analysis.HeatMap;
import dev.plenum.experiment.analysis.Mistake;
import dev.plenum.report.page.Html;
import dev.plenum.report.page.HtmlPage;
import dev.plenum.report.page.PixelImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Mistakes, each with its maps and the nearest training images. */
final class ExplanationFigures {
  private final Analysis analysis;
  private final List<String> classNames;

  ExplanationFigures(Analysis analysis) {
    this.analysis = analysis;
    this.classNames = analysis.outputs().classNames();
  }

  List<Html> all() {
    List<Html> parts = new ArrayList<>();
    parts.add(HtmlPage.note(
        "Warm is what speaks for the wrong answer, blue what speaks against it. Occlusion:"
            + " what happens to the answer's probability when a patch covers the place."
            + " Grad-CAM: where the last convolution's maps raise the answer's score. Then"
            + " come those of the dataset's training images whose last features are most"
            + " similar, with their labels and the cosine."));
    analysis.explained().forEach(one -> {
      parts.add(Html.element("h3", heading(one.mistake())));
      parts.add(gallery(one));
    });
    return parts;
  }

  private String heading(Mistake mistake) {
    return String.format(
        Locale.ROOT,
        "Image %d: label %s, taken for %s (%s)",
        mistake.image(),
        classNames.get(mistake.label()),
        classNames.get(mistake.prediction()),
        AnalysisPage.percent(mistake.confidence()));
  }

  private Html gallery(ExplainedMistake one) {
    Dataset test = analysis.images().test();
    List<Html> items = new ArrayList<>();
    items.add(item(Thumbnail.of(test, one.mistake().image()), "picture"));
    items.add(item(overlay(one, one.occlusion(), "occlusion map"), "occlusion"));
    one.gradCam().ifPresent(map -> items.add(item(overlay(one, map, "Grad-CAM"), "Grad-CAM")));
    one.nearest()
        .forEach(near -> items.add(Html.all(List.of(
            Thumbnail.of(analysis.images().train(), near.image()),
            AnalysisPage.words("true", classNames.get(near.label())),
            AnalysisPage.words(
                "name",
                String.format(Locale.ROOT, "train %d, %.3f", near.image(), near.cosine()))))));
    return PixelImages.gallery(items);
  }

  private Html overlay(ExplainedMistake one, HeatMap map, String what) {
    Dataset test = analysis.images().test();
    byte[] pixels = test.image(one.mistake().image());
    return PixelImages.of(
        HeatOverlay.of(test.imageShape(), pixels, map).png(),
        what + " of image " + one.mistake().image());
  }

  private static Html item(Html picture, String name) {
    return Html.all(List.of(picture, AnalysisPage.words("name", name)));
  }
}
