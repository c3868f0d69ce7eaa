package dev.plenum.report.page;

import dev.plenum.report.MisclassifiedGallery;
import dev.plenum.report.MisclassifiedGallery.Mistake;
import java.util.List;

/** A gallery of mistakes within a page: as many columns as there is room for. */
public final class GalleryFigure {
  private GalleryFigure() {}

  /**
   * {@return the gallery with its caption}
   *
   * @param caption what stands above it
   * @param gallery what is shown
   */
  public static Html of(String caption, MisclassifiedGallery gallery) {
    return Html.tag("figure")
        .with(
            Html.element("figcaption", caption),
            PixelImages.gallery(
                gallery.mistakes().stream().map(GalleryFigure::item).toList()));
  }

  private static Html item(Mistake mistake) {
    return Html.all(List.of(
        PixelImages.of(
            mistake.image().png(),
            "%s, taken for %s".formatted(mistake.label(), mistake.prediction())),
        words("true", mistake.label()),
        words("predicted", mistake.prediction())));
  }

  private static Html words(String kind, String text) {
    return Html.tag("span").attribute("class", kind).with(Html.text(text));
  }
}
