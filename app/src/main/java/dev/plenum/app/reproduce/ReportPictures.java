package dev.plenum.app.reproduce;

import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import dev.plenum.app.report.GalleryFigure;
import dev.plenum.report.MisclassifiedGallery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws the pictures of the original experiment, as far as their stages were run. */
final class ReportPictures {
  private static final Logger LOG = LoggerFactory.getLogger(ReportPictures.class);
  private static final String GALLERY = "4-misclassified.png";

  private final List<ReportPicture> pictures = new ArrayList<>();

  private ReportPictures() {}

  /**
   * Draws them.
   *
   * @param test the test images
   * @param deepCommittee what the deep committee made of these; empty if it was not trained
   * @return in the order of the report
   */
  static List<ReportPicture> draw(
      Reproduction reproduction, Dataset test, Optional<Evaluation> deepCommittee) {
    ReportPictures report = new ReportPictures();
    AccuracyPicture.ALL.stream()
        .filter(picture -> picture.isIn(reproduction))
        .forEach(picture -> report.add(picture.file(), () -> picture.draw(reproduction)));
    deepCommittee.ifPresent(evaluation -> report.add(GALLERY, () -> gallery(test, evaluation)));
    return List.copyOf(report.pictures);
  }

  private static ReportPicture gallery(Dataset test, Evaluation evaluation) {
    MisclassifiedGallery gallery = MisclassifiedGallery.of(test, evaluation);
    String caption =
        "The deep committee: %s. True label in blue, prediction in red.".formatted(gallery.title());
    return new ReportPicture(GALLERY, gallery, GalleryFigure.of(caption, gallery), false);
  }

  /**
   * Results must not be lost because nothing can be drawn: Java needs fonts for that, which a small
   * container may lack.
   */
  private void add(String file, Supplier<ReportPicture> picture) {
    try {
      pictures.add(picture.get());
    } catch (RuntimeException | LinkageError | InternalError e) {
      LOG.warn(
          "{} could not be drawn ({}); on Linux it takes the packages fontconfig and a font",
          file,
          e.toString());
    }
  }
}
