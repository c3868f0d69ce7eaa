package dev.plenum.report.page;

import java.util.Base64;
import java.util.List;

/** Images of datasets within a page: as many beside each other as there is room for. */
public final class PixelImages {
  private PixelImages() {}

  /**
   * {@return an image with its pixels to be seen}
   *
   * @param png the content of a PNG file
   * @param alternative what it shows, for those who cannot see it
   */
  public static Html of(byte[] png, String alternative) {
    return Html.tag("img")
        .attribute("src", "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
        .attribute("alt", alternative)
        .with();
  }

  /**
   * {@return images, each with what belongs to it}
   *
   * @param items one for each image
   */
  public static Html gallery(List<Html> items) {
    return Html.tag("ul")
        .attribute("class", "gallery")
        .with(items.stream().map(item -> Html.element("li", item)).toList());
  }
}
