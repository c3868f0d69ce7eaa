package dev.plenum.experiment.comparison;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import dev.plenum.experiment.Records;
import dev.plenum.experiment.statistics.Predictions;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.Data;
import dev.plenum.persistence.RunRecord.TestResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Results of cells that look like real ones. */
public final class Cells {
  private static final int IMAGES = 1000;
  private static final int CLASSES = 10;

  private Cells() {}

  /**
   * The result of a cell.
   *
   * @param wrong the images that it gets wrong
   * @param epochSeconds the duration of every epoch
   * @param firstEpoch stands for the bits of the weights after the first epoch
   */
  public static CellResult result(
      Cell cell, List<Integer> wrong, List<Double> epochSeconds, String firstEpoch) {
    return result(cell, wrong, epochSeconds, firstEpoch, Map.of());
  }

  /** The same, measured by other metrics beside loss and accuracy. */
  public static CellResult result(
      Cell cell,
      List<Integer> wrong,
      List<Double> epochSeconds,
      String firstEpoch,
      Map<String, Double> others) {
    double accuracy = (double) (IMAGES - wrong.size()) / IMAGES;
    TestResult test = new TestResult(0.1, accuracy, others, wrong.size());
    RunRecord record = Records.of(
        cell.backend(),
        cell.seed(),
        new Data("digits", Records.SHA256, 5000, 1000, IMAGES),
        test,
        history(cell.seed(), epochSeconds),
        epochSeconds.stream().mapToDouble(Double::doubleValue).sum());
    return new CellResult(cell, record, measures(firstEpoch), predictions(wrong));
  }

  private static History history(long seed, List<Double> seconds) {
    return new History(IntStream.range(0, seconds.size())
        .mapToObj(i -> new EpochRecord(i, metrics(seed, i), seconds.get(i)))
        .toList());
  }

  private static Map<String, Double> metrics(long seed, int epoch) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("loss", 0.01 * seed + 1.0 / (epoch + 1));
    metrics.put("accuracy", 1 - 0.2 / (epoch + 1));
    metrics.put("val_loss", 0.9 / (epoch + 1));
    metrics.put("val_accuracy", 1 - (0.1 + 0.01 * seed) / (epoch + 1));
    metrics.put("learning_rate", 0.001);
    return metrics;
  }

  private static CellMeasures measures(String firstEpoch) {
    return new CellMeasures(
        5000, firstEpoch, 1.5, 200_000_000, new InferenceSpeed(0.0002, 0.0004, 30_000));
  }

  private static Predictions predictions(List<Integer> wrong) {
    List<Integer> labels = IntStream.range(0, IMAGES).mapToObj(i -> i % CLASSES).toList();
    List<Integer> classes = IntStream.range(0, IMAGES)
        .mapToObj(i -> wrong.contains(i) ? (i + 1) % CLASSES : i % CLASSES)
        .toList();
    return new Predictions(labels, classes);
  }
}
