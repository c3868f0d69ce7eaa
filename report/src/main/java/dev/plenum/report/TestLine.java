package dev.plenum.report;

import dev.plenum.api.Evaluation;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.TestResult;
import java.util.Locale;

/** The result on test images in one line, the same wherever it is printed. */
public final class TestLine {
  private TestLine() {}

  /**
   * {@return {@code Test on mnist: loss 0.0432, accuracy 0.9907, 93 of 10,000 misclassified}}
   *
   * @param dataset the images' name
   * @param test what was made of them
   */
  public static String of(String dataset, Evaluation test) {
    return of(dataset, TestResult.of(test), test.size());
  }

  /**
   * {@return the same of a training}
   *
   * @param run its record
   */
  public static String of(RunRecord run) {
    return of(run.data().name(), run.outcome().test(), run.data().test());
  }

  private static String of(String dataset, TestResult test, int images) {
    return String.format(
        Locale.ROOT,
        "Test on %s: %s, %,d of %,d misclassified",
        dataset,
        MetricText.of(test.metrics()),
        test.misclassified(),
        images);
  }
}
