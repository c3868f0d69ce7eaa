package dev.plenum.api;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.metric.Accumulators;
import dev.plenum.api.metric.Metric;
import java.util.List;
import java.util.Locale;

/** Runs a model over a dataset. */
final class Evaluator {
  private static final int CHUNK = 256;

  private Evaluator() {}

  static Evaluation evaluate(Model model, Dataset dataset, List<Metric> metrics) {
    requireFit(model, dataset);
    int classes = model.classes();
    Accumulators accumulators = new Accumulators(metrics, classes);
    float[] probabilities = new float[classes];
    int imageSize = model.inputShape().size();
    float[] images = new float[Math.min(CHUNK, dataset.size()) * imageSize];
    float[] logits = new float[Math.min(CHUNK, dataset.size()) * classes];
    int[] labels = new int[dataset.size()];
    int[] predictions = new int[dataset.size()];
    double lossSum = 0;
    for (int start = 0; start < dataset.size(); start += CHUNK) {
      int count = Math.min(CHUNK, dataset.size() - start);
      for (int i = 0; i < count; i++) {
        dataset.copyImage(start + i, images, i * imageSize);
      }
      model.logits(images, count, logits);
      for (int i = 0; i < count; i++) {
        labels[start + i] = dataset.label(start + i);
        predictions[start + i] = SoftmaxCrossEntropy.argmax(logits, i * classes, classes);
        lossSum += model.loss().of(logits, i * classes, classes, labels[start + i]);
        if (!accumulators.isEmpty()) {
          SoftmaxCrossEntropy.probabilities(logits, i * classes, classes, probabilities, 0);
          accumulators.add(probabilities, 0, labels[start + i], predictions[start + i]);
        }
      }
    }
    return new Evaluation(
        lossSum / dataset.size() + model.penalty(), labels, predictions, accumulators.values());
  }

  static void requireFit(Classifier classifier, Dataset dataset) {
    if (!dataset.imageShape().equals(classifier.inputShape())) {
      throw new IllegalArgumentException("the network takes images of shape %s, the dataset has %s"
          .formatted(classifier.inputShape(), dataset.imageShape()));
    }
    if (dataset.classNames().size() != classifier.classes()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "the network tells %d classes apart, the dataset has %d",
          classifier.classes(),
          dataset.classNames().size()));
    }
  }
}
