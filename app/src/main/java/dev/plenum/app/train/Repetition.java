package dev.plenum.app.train;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.data.TrainTest;
import dev.plenum.app.config.Settings;
import dev.plenum.app.inputs.RunInputs;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.persistence.RunRecord.TestResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Does a run again and compares what comes out, bit by bit. Leaves nothing. */
public final class Repetition {
  private static final String INITIAL_WEIGHTS = "initial weights";
  private static final String BATCHES = "batches";
  private static final String HISTORY = "history";
  private static final String WEIGHTS = "weights";
  private static final String TEST = "test result";

  private final Settings settings;
  private final Backend backend;
  private final DatasetSource source;
  private final Trainer trainer;

  /**
   * A thing that was compared.
   *
   * @param what its name
   * @param isSame whether it came out the same
   * @param detail what is to be said of it
   */
  public record Finding(String what, boolean isSame, String detail) {}

  @Inject
  Repetition(Settings settings, Backend backend, DatasetSource source, Trainer trainer) {
    this.settings = settings;
    this.backend = backend;
    this.source = source;
    this.trainer = trainer;
  }

  /**
   * Does it.
   *
   * @param recorded the run, whose settings are the present ones
   * @throws IOException if the dataset cannot be had, or is another one
   */
  public List<Finding> of(RecordedRun recorded) throws IOException {
    backend.warmUp();
    TrainingData data = TrainingData.of(source.load(), settings);
    requireSameImages(recorded, data.whole());
    Recipe recipe = Recipe.of(settings, recorded.network(), recorded.optimizer());
    try (RunResult again = trainer.train(recipe, data, backend, Fitter.PLAIN)) {
      return compare(recorded.result(), again);
    }
  }

  /** The run's folder may say more than its record: which of the files are others. */
  private static void requireSameImages(RecordedRun recorded, TrainTest now) throws IOException {
    boolean isSame = now.sha256().equals(recorded.datasetSha256())
        && recorded.pixelsSha256().map(now.pixelsSha256()::equals).orElse(true);
    if (isSame) {
      return;
    }
    Optional<String> difference = RunInputs.readAbove(recorded.result().folder())
        .flatMap(inputs -> inputs.differenceTo(RunInputs.of(now, Map.of())));
    throw new IOException("the run cannot be repeated: "
        + difference.orElseGet(() -> now.sha256().equals(recorded.datasetSha256())
            ? "the same files of '%s' give other pixels here".formatted(now.name())
            : "there were other images. The dataset '%s' had the digest %s, here it has %s"
                .formatted(now.name(), recorded.datasetSha256(), now.sha256())));
  }

  private static List<Finding> compare(FinishedRun before, RunResult again) {
    return List.of(
        digest(INITIAL_WEIGHTS, before.initialWeightsSha256(), again.initialWeightsSha256()),
        digest(BATCHES, before.batchesSha256(), again.batchesSha256()),
        history(before.history().epochs(), again.history().epochs()),
        digest(WEIGHTS, before.weightsSha256(), again.model().weights().sha256()),
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
    String detail = "loss %s, accuracy %s".formatted(now.loss(), now.accuracy());
    return new Finding(
        TEST,
        isSame,
        isSame
            ? detail
            : "%s, was loss %s, accuracy %s".formatted(detail, before.loss(), before.accuracy()));
  }
}
