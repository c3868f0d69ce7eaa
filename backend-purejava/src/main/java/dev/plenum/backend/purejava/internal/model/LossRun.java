package dev.plenum.backend.purejava.internal.model;

import dev.plenum.api.BatchResult;
import dev.plenum.api.SoftmaxCrossEntropy;
import dev.plenum.backend.purejava.internal.layers.Workers;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;

/** The loss of a batch and its gradient; the images' losses are added in their order. */
final class LossRun {
  private final NetworkRun network;
  private final Workers workers;
  private final double[] losses;
  private final boolean[] correct;
  private final Phase image = this::runImage;
  private int[] labels = new int[0];
  private int count;

  LossRun(NetworkRun network, Workers workers) {
    this.network = network;
    this.workers = workers;
    losses = new double[network.capacity()];
    correct = new boolean[network.capacity()];
  }

  BatchResult run(int[] labels, int count) {
    this.labels = labels;
    this.count = count;
    workers.run(count, image);
    double lossSum = 0;
    int right = 0;
    for (int i = 0; i < count; i++) {
      lossSum += losses[i];
      right += correct[i] ? 1 : 0;
    }
    return new BatchResult(lossSum, right, count);
  }

  private void runImage(int i, int worker) {
    FeatureMaps logits = network.logits();
    FeatureMaps gradient = network.logitsGradient();
    int start = logits.index(i, 0, 0);
    int classes = logits.channels();
    losses[i] = SoftmaxCrossEntropy.lossAndGradient(
        logits.data(),
        start,
        classes,
        labels[i],
        1.0 / count,
        gradient.data(),
        gradient.index(i, 0, 0));
    correct[i] = SoftmaxCrossEntropy.argmax(logits.data(), start, classes) == labels[i];
  }
}
