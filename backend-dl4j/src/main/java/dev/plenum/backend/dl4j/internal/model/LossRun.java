package dev.plenum.backend.dl4j.internal.model;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Loss;
import dev.plenum.api.SoftmaxCrossEntropy;
import dev.plenum.api.data.Batch;

/** The loss of a batch and its gradient; the images' losses are added in their order. */
final class LossRun {
  private final Loss loss;
  private final int classes;
  private final int count;
  private final float[] logits;
  private final float[] gradient;

  LossRun(Loss loss, int classes, int count) {
    this.loss = loss;
    this.classes = classes;
    this.count = count;
    int values = Math.multiplyExact(count, classes);
    logits = new float[values];
    gradient = new float[values];
  }

  /** To be filled before {@link #run}. */
  float[] logits() {
    return logits;
  }

  /** What {@link #run} computed. */
  float[] gradient() {
    return gradient;
  }

  BatchResult run(Batch batch) {
    int[] labels = batch.labels();
    double lossSum = 0;
    int correct = 0;
    for (int i = 0; i < count; i++) {
      int offset = i * classes;
      double weight = batch.weight(i);
      lossSum += weight
          * SoftmaxCrossEntropy.lossAndGradient(
              logits, offset, classes, labels[i], loss, weight / count, gradient, offset);
      correct += SoftmaxCrossEntropy.argmax(logits, offset, classes) == labels[i] ? 1 : 0;
    }
    return new BatchResult(lossSum, correct, count);
  }
}
