package dev.plenum.app.reproduce;

import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import dev.plenum.app.picture.AccuracyCurves;
import dev.plenum.app.picture.AccuracyPlot;
import dev.plenum.app.picture.MisclassifiedGallery;
import dev.plenum.app.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws the pictures of the original experiment, as far as their stages were run. */
final class ReportPictures {
  private static final Logger LOG = LoggerFactory.getLogger(ReportPictures.class);

  private final Reproduction reproduction;
  private final List<Picture> pictures = new ArrayList<>();

  private ReportPictures(Reproduction reproduction) {
    this.reproduction = reproduction;
  }

  /**
   * Draws them.
   *
   * @param test the test images
   * @param deepCommittee what the deep committee made of these; empty if it was not trained
   * @return in the order of the report
   */
  static List<Picture> draw(
      Reproduction reproduction, Dataset test, Optional<Evaluation> deepCommittee) {
    ReportPictures report = new ReportPictures(reproduction);
    report.addPlot(
        "1-accuracy.png", "Without augmentation", List.of(Stage.DENSE, Stage.SIMPLE_CONV));
    report.addPlot("2-augmentation.png", "With augmentation", List.of(Stage.AUGMENTATION));
    report.addPlot(
        "3-learning-rate.png",
        "With augmentation and learning-rate reduction",
        List.of(Stage.LEARNING_RATE_REDUCTION));
    deepCommittee.ifPresent(evaluation -> report.addGallery(test, evaluation));
    return List.copyOf(report.pictures);
  }

  private void addPlot(String file, String title, List<Stage> stages) {
    List<StageResult> results =
        stages.stream().flatMap(stage -> reproduction.result(stage).stream()).toList();
    if (results.isEmpty()) {
      return;
    }
    List<AccuracyCurves> curves = results.stream().map(ReportPictures::curves).toList();
    AccuracyRange range = AccuracyRange.of(curves);
    String networks =
        curves.stream().map(AccuracyCurves::name).collect(Collectors.joining(" and "));
    String heading = "%s: %s on %s".formatted(title, networks, reproduction.dataset());
    add(
        file,
        () -> new Picture(
            file,
            heading + "." + whichRun(results),
            description(curves),
            AccuracyPlot.draw(heading, curves, range.lowest(), range.highest())));
  }

  private static AccuracyCurves curves(StageResult result) {
    StageRun run = result.runs().get(0);
    return new AccuracyCurves(result.stage().network(), run.history(), run.accuracy());
  }

  private static String whichRun(List<StageResult> results) {
    return results.stream().allMatch(result -> result.runs().size() == 1)
        ? ""
        : String.format(
            Locale.ROOT,
            " Shown is the first run, with seed %d.",
            results.get(0).runs().get(0).seed());
  }

  private static String description(List<AccuracyCurves> curves) {
    return curves.stream()
        .flatMap(ReportPictures::descriptions)
        .collect(Collectors.joining(" ", "Accuracy over the epochs. ", ""));
  }

  private static Stream<String> descriptions(AccuracyCurves network) {
    String validation =
        network.validation().map(values -> ", validation " + fromTo(values)).orElse("");
    return Stream.of("%s: training %s%s; test %s."
        .formatted(
            network.name(),
            fromTo(network.training()),
            validation,
            Figures.score(network.testAccuracy())));
  }

  private static String fromTo(double[] values) {
    return Figures.score(values[0]) + " to " + Figures.score(values[values.length - 1]);
  }

  private void addGallery(Dataset test, Evaluation evaluation) {
    String wrong = Figures.count(evaluation.misclassified().size());
    add(
        "4-misclassified.png",
        () -> new Picture(
            "4-misclassified.png",
            "The test images that the deep committee misclassifies: true label in blue, prediction in red.",
            "Gallery of test images in five columns: %s of %s are misclassified by the deep committee."
                .formatted(wrong, Figures.count(test.size())),
            MisclassifiedGallery.draw(test, evaluation)));
  }

  /**
   * Results must not be lost because nothing can be drawn: Java needs fonts for that, which a small
   * container may lack.
   */
  private void add(String file, Supplier<Picture> picture) {
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
