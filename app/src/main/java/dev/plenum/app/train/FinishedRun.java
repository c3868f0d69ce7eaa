package dev.plenum.app.train;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import dev.plenum.app.document.Documents;
import dev.plenum.persistence.RunRecord.TestResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a training run left in its folder.
 *
 * @param folder where its files lie
 * @param seed what it was trained from
 * @param backend the name of the backend that trained it
 * @param test the result on the test images
 * @param history what was measured, by epoch
 * @param trainSeconds the training without validation
 * @param initialWeightsSha256 of the weights before training
 * @param weightsSha256 of the trained weights
 * @param batchesSha256 of what the network was shown
 */
public record FinishedRun(
    Path folder,
    long seed,
    String backend,
    TestResult test,
    History history,
    double trainSeconds,
    String initialWeightsSha256,
    String weightsSha256,
    String batchesSha256) {
  /** Its provenance, {@link dev.plenum.persistence.RunRecord}; moved into place last. */
  public static final String RECORD = "run.json";

  static final String MODEL = "model.plenum";
  private static final List<String> METRICS =
      List.of("loss", "accuracy", "val_loss", "val_accuracy", "learning_rate");

  /**
   * Reads it.
   *
   * @throws IOException if the record is damaged
   */
  static FinishedRun read(Path folder) throws IOException {
    Path file = folder.resolve(RECORD);
    try {
      return of(Documents.json(file), folder);
    } catch (ConfigException e) {
      throw new IOException(
          "%s is damaged: %s; delete its folder to train it again".formatted(file, e.getMessage()));
    }
  }

  /**
   * What a record says.
   *
   * @throws ConfigException if it is damaged
   */
  static FinishedRun of(Config run, Path folder) {
    return new FinishedRun(
        folder,
        run.getLong("seed"),
        run.getString("backend.name"),
        new TestResult(
            number(run, "test.loss"),
            number(run, "test.accuracy"),
            run.getInt("test.misclassified")),
        new History(
            run.getConfigList("history").stream().map(FinishedRun::epoch).toList()),
        run.getDouble("timing.trainSeconds"),
        run.getString("initialWeightsSha256"),
        run.getString("weightsSha256"),
        run.getString("batchesSha256"));
  }

  private static EpochRecord epoch(Config epoch) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (String metric : METRICS) {
      if (epoch.hasPathOrNull(metric)) {
        metrics.put(metric, number(epoch, metric));
      }
    }
    return new EpochRecord(epoch.getInt("epoch") - 1, metrics, number(epoch, "seconds"));
  }

  /** Null stands for a value that is not a number. */
  private static double number(Config config, String path) {
    return config.getIsNull(path) ? Double.NaN : config.getDouble(path);
  }

  /** The trained model's file. */
  public Path model() {
    return folder.resolve(MODEL);
  }
}
