package dev.plenum.experiment.reference;

import dev.plenum.api.EngineInfo;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Evaluation;
import dev.plenum.api.History;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Shape;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Records;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.Data;
import dev.plenum.persistence.RunRecord.Invocation;
import dev.plenum.persistence.RunRecord.Platform;
import dev.plenum.persistence.RunRecord.TestResult;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Results that look like real ones. */
public final class Reproductions {
  public static final int TEST_IMAGES = 10_000;

  /** What they ran on. */
  public static final Platform PLATFORM = new Platform(
      "purejava",
      new EngineInfo("Plenum pure Java", "AMD EPYC", "vector 512-bit", 2),
      "OpenJDK 64-Bit Server VM 25",
      "Linux 6.1 amd64");

  /** One of the networks. */
  public static final Network NETWORK = BuiltInNetwork.DENSE.network(Shape.of(28, 28, 1), 10);

  private Reproductions() {}

  /** All stages with the published figures, on MNIST. */
  public static Reproduction published() {
    return of(Arrays.stream(Stage.values()).map(Reproductions::published).toList());
  }

  /** These results, as of the full run on MNIST. */
  public static Reproduction of(List<StageResult> stages) {
    return of(stages, false, "mnist");
  }

  /** These results, of a quick or a full run on some dataset. */
  public static Reproduction of(List<StageResult> stages, boolean quick, String dataset) {
    ReferencePlan all = ReferencePlan.published();
    ReferencePlan plan = new ReferencePlan(
        all.stages(),
        quick,
        all.epochs(),
        all.members(),
        all.seeds(),
        all.seed(),
        all.batchSize(),
        all.validation(),
        all.splitting());
    return new Reproduction(
        plan, stages, List.of(), data(dataset), invocation("plenum reproduce"), PLATFORM);
  }

  /** How it was started. */
  public static Invocation invocation(String command) {
    return new Invocation(command, "0.1.0", Instant.parse("2026-11-24T14:59:16.5Z"));
  }

  /** What they were trained on. */
  public static Data data(String dataset) {
    return new Data(dataset, Records.SHA256, 50_000, 10_000, TEST_IMAGES);
  }

  /** A stage with exactly the published figures. */
  public static StageResult published(Stage stage) {
    Published published = stage.published();
    return with(stage, published.loss(), published.accuracy());
  }

  /** A stage with these figures; a committee's members have less. */
  public static StageResult with(Stage stage, double loss, double accuracy) {
    if (!stage.isCommittee()) {
      return new StageResult(stage, List.of(run(stage, 1, loss, accuracy)), Optional.empty());
    }
    List<RunRecord> members = IntStream.rangeClosed(1, stage.members())
        .mapToObj(seed -> run(stage, seed, 2 * loss, accuracy - 0.0004 * seed))
        .toList();
    TestResult committee = new TestResult(loss, accuracy, wrong(accuracy));
    return new StageResult(stage, members, Optional.of(committee));
  }

  public static RunRecord run(Stage stage, long seed, double loss, double accuracy) {
    History history = switch (stage) {
      case DENSE -> history(stage.epochs(), 0.92, 0.988);
      case SIMPLE_CONV -> history(stage.epochs(), 0.91, 0.9985);
      default -> history(stage.epochs(), 0.81, 0.991);
    };
    return run(seed, loss, accuracy, history);
  }

  /** A network's training with these figures. */
  public static RunRecord run(long seed, double loss, double accuracy, History history) {
    return Records.of(
        "purejava",
        seed,
        data("mnist"),
        new TestResult(loss, accuracy, wrong(accuracy)),
        history,
        1234.5);
  }

  private static int wrong(double accuracy) {
    return (int) Math.round((1 - accuracy) * TEST_IMAGES);
  }

  /** Training accuracy from first to about last, validation a little steadier. */
  public static History history(int epochs, double first, double last) {
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
  public static Evaluation evaluation(Dataset test, int wrong) {
    int[] labels = IntStream.range(0, test.size()).map(test::label).toArray();
    int[] predictions = labels.clone();
    for (int i = 0; i < wrong; i++) {
      predictions[i] = (labels[i] + 1) % test.classNames().size();
    }
    return new Evaluation(0.0076, labels, predictions);
  }
}
