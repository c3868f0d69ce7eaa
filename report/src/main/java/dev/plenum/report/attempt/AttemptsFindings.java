package dev.plenum.report.attempt;

import dev.plenum.experiment.attempt.Attempts;
import dev.plenum.experiment.statistics.Sample;
import dev.plenum.report.page.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a recipe came to, in words. */
final class AttemptsFindings {
  static final String EXPLANATION =
      "Accuracy and loss are those of the test images, after the last epoch: no run, and no epoch, was"
          + " chosen by them. Time is that of the whole process, from its start to its end: the JVM, the images,"
          + " the training, the test and the files that it leaves.";

  private AttemptsFindings() {}

  static List<String> of(Attempts attempts) {
    List<String> findings = new ArrayList<>();
    findings.add(accuracy(attempts));
    findings.add(attempts.isUnchanged() ? verdict(attempts) : changes(attempts));
    attempts.seconds().ifPresent(seconds -> findings.add(time(attempts, seconds)));
    return findings;
  }

  private static String accuracy(Attempts attempts) {
    Sample accuracy = attempts.accuracy();
    String score = Figures.score(accuracy.mean());
    if (accuracy.size() == 1) {
      return "The test accuracy is %s, %s of %s images wrong."
          .formatted(
              score,
              Figures.count(attempts.all().get(0).test().misclassified()),
              Figures.count(attempts.data().test()));
    }
    return "The mean test accuracy of %s runs is %s (standard error %s, from %s to %s)."
        .formatted(
            accuracy.size(),
            score,
            String.format(
                Locale.ROOT, "%.5f", accuracy.standardDeviation() / Math.sqrt(accuracy.size())),
            Figures.score(accuracy.min()),
            Figures.score(accuracy.max()));
  }

  private static String verdict(Attempts attempts) {
    return "The recipe is for %s of MNIST’s test images, which %s."
        .formatted(
            Figures.score(attempts.target()),
            attempts.isReached() ? "it reached" : "it did not reach");
  }

  private static String changes(Attempts attempts) {
    return "It is not the recipe as it is, and not judged by what that is for: "
        + attempts.changes().entrySet().stream()
            .map(change -> change.getKey() + " = " + change.getValue())
            .sorted()
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static String time(Attempts attempts, Sample seconds) {
    if (seconds.size() == 1) {
      return "It took %s from start to end%s."
          .formatted(
              Figures.duration(seconds.mean()), attempts.all().size() == 1 ? "" : " in one run");
    }
    return "A run took %s from start to end in the median of %s, from %s to %s."
        .formatted(
            Figures.duration(seconds.median()),
            seconds.size(),
            Figures.duration(seconds.min()),
            Figures.duration(seconds.max()));
  }

  static String provenance(Attempts attempts) {
    return "Dataset %s, SHA-256 %s, %s training images; %s %s on %s, %s; Plenum %s."
        .formatted(
            attempts.data().name(),
            attempts.data().sha256(),
            Figures.count(attempts.data().train()),
            attempts.platform().engine().engine(),
            attempts.platform().engine().instructionSet(),
            attempts.platform().engine().device(),
            attempts.platform().jvm(),
            attempts.invocation().plenumVersion());
  }
}
