package dev.plenum.report.reference;

import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import dev.plenum.experiment.reference.Reproduction;
import dev.plenum.report.MisclassifiedGallery;
import dev.plenum.report.PictureFile;
import dev.plenum.report.page.GalleryFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Draws the pictures of the original experiment, as far as their stages were run. */
final class ReportPictures {
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

  private void add(String file, Supplier<ReportPicture> picture) {
    PictureFile.draw(file, picture).ifPresent(pictures::add);
  }
}
