package dev.plenum.api;

import dev.plenum.api.metric.MetricNames;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What a classifier made of a dataset: loss, accuracy, other metrics and every single prediction. */
public final class Evaluation {
  private final double loss;
  private final int[] labels;
  private final int[] predictions;
  private final Map<String, Double> others;

  /**
   * The result over all images, without other metrics than loss and accuracy.
   *
   * @param loss the mean loss of an image
   * @param labels the true classes, in the dataset's order
   * @param predictions the predicted classes, in the dataset's order
   */
  public Evaluation(double loss, int[] labels, int[] predictions) {
    this(loss, labels, predictions, Map.of());
  }

  /**
   * The result over all images.
   *
   * @param loss the mean loss of an image
   * @param labels the true classes, in the dataset's order
   * @param predictions the predicted classes, in the dataset's order
   * @param others the values of other metrics by their names
   * @throws IllegalArgumentException if there are no labels, or not as many predictions
   */
  public Evaluation(double loss, int[] labels, int[] predictions, Map<String, Double> others) {
    if (labels.length != predictions.length || labels.length == 0) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "an evaluation needs one prediction per label, found %d labels and %d predictions",
          labels.length,
          predictions.length));
    }
    this.loss = loss;
    this.labels = labels.clone();
    this.predictions = predictions.clone();
    this.others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** {@return the mean loss of an image} */
  public double loss() {
    return loss;
  }

  /** {@return the share of right predictions, 0 … 1} */
  public double accuracy() {
    return (double) (labels.length - misclassified().size()) / labels.length;
  }

  /**
   * {@return all metrics by their names: loss, accuracy, others in the order in which they were asked for}
   */
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(MetricNames.LOSS, loss());
    metrics.put(MetricNames.ACCURACY, accuracy());
    metrics.putAll(others);
    return metrics;
  }

  /**
   * {@return the value of one metric}
   *
   * @param metric its name: {@code top_5_accuracy}
   * @throws IllegalArgumentException if it was not measured; the message lists what was
   */
  public double value(String metric) {
    Double value = metrics().get(metric);
    if (value == null) {
      throw new IllegalArgumentException("the metric '%s' was not measured; these were: %s"
          .formatted(metric, metrics().keySet()));
    }
    return value;
  }

  /** {@return the number of images} */
  public int size() {
    return labels.length;
  }

  /**
   * {@return the true class of an image}
   *
   * @param index the image's place in the dataset, from 0
   */
  public int label(int index) {
    return labels[index];
  }

  /**
   * {@return the class that was predicted for an image}
   *
   * @param index the image's place in the dataset, from 0
   */
  public int prediction(int index) {
    return predictions[index];
  }

  /** {@return the indices of the images that were classified wrongly, in the dataset's order} */
  public List<Integer> misclassified() {
    return IntStream.range(0, labels.length)
        .filter(i -> labels[i] != predictions[i])
        .boxed()
        .toList();
  }
}
