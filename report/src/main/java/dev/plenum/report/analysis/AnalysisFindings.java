package dev.plenum.report.analysis;

import dev.plenum.experiment.analysis.Analysis;
import dev.plenum.experiment.analysis.Calibration;
import dev.plenum.experiment.analysis.ConfidentLearning;
import dev.plenum.experiment.analysis.Suspect;
import dev.plenum.experiment.analysis.Temperature;
import dev.plenum.experiment.analysis.TrainingLabels;
import dev.plenum.report.page.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an analysis comes to, in sentences. */
final class AnalysisFindings {
  private AnalysisFindings() {}

  static List<String> of(Analysis analysis) {
    List<String> sentences = new ArrayList<>();
    sentences.add(say(
        "Errors: %,d of %,d test images, that is an accuracy of %s.",
        analysis.mistakes().size(),
        analysis.outputs().size(),
        Figures.score(analysis.outputs().accuracy())));
    sentences.add(say(
        "Labels of test images that are suspect: %,d, of them confidently: %,d.",
        analysis.labels().suspects().size(), confident(analysis.labels())));
    analysis.training().map(AnalysisFindings::training).ifPresent(sentences::add);
    sentences.add(calibration(analysis.calibration()));
    analysis
        .temperature()
        .flatMap(fitted -> analysis.calibrated().map(after -> temperature(fitted, after)))
        .ifPresent(sentences::add);
    analysis
        .disagreement()
        .map(found -> say(
            "The %d members disagree on %,d test images.",
            found.pairs().size(), found.disputed().size()))
        .ifPresent(sentences::add);
    return sentences;
  }

  private static long confident(ConfidentLearning labels) {
    return labels.suspects().stream().filter(Suspect::isConfident).count();
  }

  private static String training(TrainingLabels found) {
    return say(
        "Labels of %2$,d training images that are suspect: %1$,d, of them confidently: %3$,d. So say %4$d networks, each trained without a part of them; accuracy on that part: %5$s.",
        found.labels().suspects().size(),
        found.images().size(),
        confident(found.labels()),
        found.folds(),
        Figures.score(found.accuracy()));
  }

  private static String calibration(Calibration found) {
    return say(
        "Its confidence is off by %s on average (ECE), at most by %s (MCE).",
        Figures.score(found.expectedError()), Figures.score(found.maximumError()));
  }

  private static String temperature(Temperature fitted, Calibration after) {
    return say(
        "A temperature of %s, fitted on %,d validation images, makes that %s on the test images.",
        Figures.significant(fitted.value()), fitted.images(), Figures.score(after.expectedError()));
  }

  private static String say(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
