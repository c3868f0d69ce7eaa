package dev.plenum.api;

import dev.plenum.api.metric.MetricNames;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A point between two steps of a training.
 *
 * @param epoch the epoch of the next step, from 0
 * @param step the next step of that epoch, from 0
 * @param lossSum the sum of the images' losses in this epoch so far
 * @param correct the number of right predictions in this epoch so far
 * @param samples the number of images in this epoch so far
 * @param seconds the training time in this epoch so far
 * @param history the finished epochs
 */
public record TrainingPosition(
    int epoch,
    int step,
    double lossSum,
    long correct,
    long samples,
    double seconds,
    History history) {

  /** Before the first step. */
  public static final TrainingPosition START =
      new TrainingPosition(0, 0, 0, 0, 0, 0, History.empty());

  /**
   * Checks the numbers.
   *
   * @param epoch the epoch of the next step, from 0
   * @param step the next step of that epoch, from 0
   * @param lossSum the sum of the images' losses in this epoch so far
   * @param correct the number of right predictions in this epoch so far
   * @param samples the number of images in this epoch so far
   * @param seconds the training time in this epoch so far
   * @param history the finished epochs
   * @throws IllegalArgumentException if the epoch, the step or the right predictions are negative, or more
   *     predictions are right than there are images
   */
  public TrainingPosition {
    if (epoch < 0 || step < 0 || correct < 0 || samples < correct) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "epoch %d, step %d, %d of %d correct is no point of a training",
          epoch,
          step,
          correct,
          samples));
    }
  }

  /** {@return loss and accuracy of the images in this epoch so far, by their names; NaN before the first} */
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(MetricNames.LOSS, lossSum / samples);
    metrics.put(MetricNames.ACCURACY, (double) correct / samples);
    return metrics;
  }

  TrainingPosition after(BatchResult result, double stepSeconds) {
    return new TrainingPosition(
        epoch,
        step + 1,
        lossSum + result.lossSum(),
        correct + result.correct(),
        samples + result.size(),
        seconds + stepSeconds,
        history);
  }

  TrainingPosition afterEpoch(EpochRecord record) {
    return new TrainingPosition(epoch + 1, 0, 0, 0, 0, 0, history.with(record));
  }
}
