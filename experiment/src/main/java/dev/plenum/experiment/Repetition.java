package dev.plenum.experiment;

import dev.plenum.api.EpochRecord;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.Outcome;
import dev.plenum.persistence.RunRecord.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Does a training again and compares what comes out, bit by bit. Leaves nothing. */
public final class Repetition {
  private static final String HISTORY = "history";

  private Repetition() {}

  /**
   * A thing that was compared.
   *
   * @param what its name
   * @param isSame whether it came out the same
   * @param detail what is to be said of it
   */
  public record Finding(String what, boolean isSame, String detail) {}

  /**
   * Does it.
   *
   * @param recorded the training
   * @param recipe its recipe
   * @param data its images
   * @param trainer does it again
   * @return initial weights, batches, history, weights and test result, one finding each
   * @throws RunRefusedException if the recipe is another one than is recorded; the message says in what
   */
  public static List<Finding> of(
      RunRecord recorded, Recipe recipe, TrainingData data, Trainer trainer) {
    recorded.setup().differenceTo(recipe.setup(data)).ifPresent(difference -> {
      throw new RunRefusedException(
          "the run cannot be repeated from its record: it had %s".formatted(difference));
    });
    try (Trained again = trainer.train(recipe, data)) {
      return compare(recorded.outcome(), again);
    }
  }

  private static List<Finding> compare(Outcome before, Trained again) {
    return List.of(
        digest("initial weights", before.initialWeightsSha256(), again.initialWeightsSha256()),
        digest("batches", before.batchesSha256(), again.batchesSha256()),
        history(before.history().epochs(), again.history().epochs()),
        digest("weights", before.weightsSha256(), again.model().weights().sha256()),
        test(before.test(), TestResult.of(again.test())));
  }

  private static Finding digest(String what, String before, String now) {
    boolean isSame = before.equals(now);
    return new Finding(what, isSame, isSame ? now : "%s, was %s".formatted(now, before));
  }

  private static Finding history(List<EpochRecord> before, List<EpochRecord> now) {
    if (before.size() != now.size()) {
      return new Finding(
          HISTORY,
          false,
          String.format(Locale.ROOT, "%d epochs, there were %d", now.size(), before.size()));
    }
    for (int i = 0; i < now.size(); i++) {
      List<String> differences = differences(before.get(i).metrics(), now.get(i).metrics());
      if (!differences.isEmpty()) {
        return new Finding(
            HISTORY,
            false,
            String.format(
                Locale.ROOT, "from epoch %d on: %s", i + 1, String.join("; ", differences)));
      }
    }
    return new Finding(HISTORY, true, now.size() + " epochs");
  }

  private static List<String> differences(Map<String, Double> before, Map<String, Double> now) {
    List<String> differences = new ArrayList<>();
    now.forEach((metric, value) -> {
      if (!Objects.equals(before.get(metric), value)) {
        differences.add("%s %s, was %s".formatted(metric, value, before.get(metric)));
      }
    });
    return differences;
  }

  private static Finding test(TestResult before, TestResult now) {
    boolean isSame = before.equals(now);
    String detail = detail(now);
    return new Finding(
        "test result", isSame, isSame ? detail : "%s, was %s".formatted(detail, detail(before)));
  }

  private static String detail(TestResult test) {
    return test.metrics().entrySet().stream()
        .map(metric -> metric.getKey() + " " + metric.getValue())
        .collect(Collectors.joining(", "));
  }
}
