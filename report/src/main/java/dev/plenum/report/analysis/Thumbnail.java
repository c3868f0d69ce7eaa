package dev.plenum.report.analysis;

import dev.plenum.api.data.Dataset;
import dev.plenum.report.Thumbnails;
import dev.plenum.report.page.Html;
import dev.plenum.report.page.PixelImages;

/** An image of a dataset within a page. */
final class Thumbnail {
  private Thumbnail() {}

  static Html of(Dataset images, int image) {
    return PixelImages.of(
        new Thumbnails(images.imageShape()).picture(images.image(image)).png(), "image " + image);
  }
}
