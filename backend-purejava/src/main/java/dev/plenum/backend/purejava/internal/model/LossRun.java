package dev.plenum.backend.purejava.internal.model;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Loss;
import dev.plenum.api.SoftmaxCrossEntropy;
import dev.plenum.api.data.Batch;
import dev.plenum.backend.purejava.internal.layers.Workers;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The loss of a batch and its gradient; the images' losses are added in their order. */
final class LossRun {
  private final Loss loss;
  private final NetworkRun network;
  private final Workers workers;
  private final double[] losses;
  private final boolean[] correct;
  private final Phase image = this::runImage;
  private @Nullable Batch batch;

  LossRun(Loss loss, NetworkRun network, Workers workers) {
    this.loss = loss;
    this.network = network;
    this.workers = workers;
    losses = new double[network.capacity()];
    correct = new boolean[network.capacity()];
  }

  BatchResult run(Batch batch) {
    this.batch = batch;
    int count = batch.size();
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
    Batch batch = Objects.requireNonNull(this.batch, "a batch was set");
    FeatureMaps logits = network.logits();
    FeatureMaps gradient = network.logitsGradient();
    int start = logits.index(i, 0, 0);
    int classes = logits.channels();
    losses[i] = SoftmaxCrossEntropy.lossAndGradient(
        logits.data(), start, classes, batch, i, loss, gradient.data(), gradient.index(i, 0, 0));
    correct[i] =
        SoftmaxCrossEntropy.argmax(logits.data(), start, classes) == batch.labels()[i];
  }
}
