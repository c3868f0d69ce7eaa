package dev.plenum.app.reproduce;

import dev.plenum.api.EngineInfo;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Evaluation;
import dev.plenum.api.History;
import dev.plenum.api.data.Dataset;
import dev.plenum.persistence.RunRecord.Invocation;
import dev.plenum.persistence.RunRecord.Platform;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Results that look like real ones. */
final class Reproductions {
  static final int TEST_IMAGES = 10_000;

  private static final String SHA256 =
      "275154389e2bb8485f0ec4d7ae1702284036c770bea56749ba28a40505eb176f";

  private Reproductions() {}

  /** All stages with the published figures, on MNIST. */
  static Reproduction published() {
    return of(Arrays.stream(Stage.values()).map(Reproductions::published).toList());
  }

  /** These results, as of the full run on MNIST. */
  static Reproduction of(List<StageResult> stages) {
    return of(stages, false, "mnist");
  }

  static Reproduction of(List<StageResult> stages, boolean quick, String dataset) {
    return new Reproduction(
        stages, quick, List.of(), dataset, TEST_IMAGES, 12_345.6, provenance("plenum reproduce"));
  }

  static Provenance provenance(String command) {
    return new Provenance(
        new Invocation(command, "0.1.0", Instant.parse("2026-11-24T14:59:16.5Z")),
        new Platform(
            "purejava",
            new EngineInfo("Plenum pure Java", "AMD EPYC", "vector 512-bit", 2),
            "OpenJDK 64-Bit Server VM 25",
            "Linux 6.1 amd64"),
        SHA256,
        50_000,
        10_000,
        1,
        1,
        42);
  }

  /** A stage with exactly the published figures. */
  static StageResult published(Stage stage) {
    Published published = stage.published();
    return with(stage, published.loss(), published.accuracy());
  }

  /** A stage with these figures; a committee's members have less. */
  static StageResult with(Stage stage, double loss, double accuracy) {
    if (!stage.isCommittee()) {
      return new StageResult(stage, List.of(run(stage, 1, loss, accuracy)), Optional.empty());
    }
    List<StageRun> members = IntStream.rangeClosed(1, stage.members())
        .mapToObj(seed -> run(stage, seed, 2 * loss, accuracy - 0.0004 * seed))
        .toList();
    CommitteeResult committee = new CommitteeResult(loss, accuracy, wrong(accuracy));
    return new StageResult(stage, members, Optional.of(committee));
  }

  static StageRun run(Stage stage, long seed, double loss, double accuracy) {
    History history = switch (stage) {
      case DENSE -> history(stage.epochs(), 0.92, 0.988);
      case SIMPLE_CONV -> history(stage.epochs(), 0.91, 0.9985);
      default -> history(stage.epochs(), 0.81, 0.991);
    };
    return new StageRun(seed, loss, accuracy, wrong(accuracy), 1234.5, SHA256, history);
  }

  private static int wrong(double accuracy) {
    return (int) Math.round((1 - accuracy) * TEST_IMAGES);
  }

  /** Training accuracy from first to about last, validation a little steadier. */
  static History history(int epochs, double first, double last) {
    History history = History.empty();
    for (int i = 0; i < epochs; i++) {
      double wiggle = (i * 7 % 5 - 2) * 0.0004;
      Map<String, Double> metrics = new LinkedHashMap<>();
      metrics.put("accuracy", last - (last - first) / ((i + 1) * Math.sqrt(i + 1)));
      metrics.put("val_accuracy", last - 0.006 - (last - first) / 4 / (i + 1) + wiggle);
      metrics.put("learning_rate", 0.001);
      history = history.with(new EpochRecord(i, metrics, 30));
    }
    return history;
  }

  /** The first so many images of a dataset are taken for the next class. */
  static Evaluation evaluation(Dataset test, int wrong) {
    int[] labels = IntStream.range(0, test.size()).map(test::label).toArray();
    int[] predictions = labels.clone();
    for (int i = 0; i < wrong; i++) {
      predictions[i] = (labels[i] + 1) % test.classNames().size();
    }
    return new Evaluation(0.0076, labels, predictions);
  }
}
