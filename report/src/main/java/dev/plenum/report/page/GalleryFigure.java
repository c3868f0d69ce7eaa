package dev.plenum.report.page;

import dev.plenum.report.MisclassifiedGallery;
import dev.plenum.report.MisclassifiedGallery.Mistake;
import java.util.Base64;

/** A gallery of mistakes within a page: as many columns as there is room for. */
public final class GalleryFigure {
  private GalleryFigure() {}

  /** The gallery with its caption. */
  public static Html of(String caption, MisclassifiedGallery gallery) {
    return Html.tag("figure")
        .with(
            Html.element("figcaption", caption),
            Html.tag("ul")
                .attribute("class", "gallery")
                .with(gallery.mistakes().stream().map(GalleryFigure::item).toList()));
  }

  private static Html item(Mistake mistake) {
    String png = Base64.getEncoder().encodeToString(mistake.image().png());
    return Html.element(
        "li",
        Html.tag("img")
            .attribute("src", "data:image/png;base64," + png)
            .attribute("alt", "%s, taken for %s".formatted(mistake.label(), mistake.prediction()))
            .with(),
        words("true", mistake.label()),
        words("predicted", mistake.prediction()));
  }

  private static Html words(String kind, String text) {
    return Html.tag("span").attribute("class", kind).with(Html.text(text));
  }
}
