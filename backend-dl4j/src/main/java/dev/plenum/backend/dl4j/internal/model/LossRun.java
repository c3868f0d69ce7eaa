package dev.plenum.backend.dl4j.internal.model;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Loss;
import dev.plenum.api.SoftmaxCrossEntropy;
import dev.plenum.api.data.Batch;

/** The loss of a batch and its gradient; the images' losses are added in their order. */
public final class LossRun {
  private final Loss loss;
  private final int classes;
  private final int count;
  private final float[] logits;
  private final float[] gradient;

  /** Makes room for batches of that size. */
  public LossRun(Loss loss, int classes, int count) {
    this.loss = loss;
    this.classes = classes;
    this.count = count;
    int values = Math.multiplyExact(count, classes);
    logits = new float[values];
    gradient = new float[values];
  }

  /** The number of images that it is made for. */
  public int count() {
    return count;
  }

  /** To be filled before {@link #run}. */
  public float[] logits() {
    return logits;
  }

  /** What {@link #run} computed. */
  public float[] gradient() {
    return gradient;
  }

  /** Computes them for a batch of so many images. */
  public BatchResult run(Batch batch) {
    int[] labels = batch.labels();
    double lossSum = 0;
    int correct = 0;
    for (int i = 0; i < count; i++) {
      int offset = i * classes;
      lossSum += SoftmaxCrossEntropy.lossAndGradient(
          logits, offset, classes, batch, i, loss, gradient, offset);
      correct += SoftmaxCrossEntropy.argmax(logits, offset, classes) == labels[i] ? 1 : 0;
    }
    return new BatchResult(lossSum, correct, count);
  }
}
