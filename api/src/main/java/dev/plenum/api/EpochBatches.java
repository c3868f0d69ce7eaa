package dev.plenum.api;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.random.CounterRandom;
import java.util.Optional;

/** The batches of one epoch. */
final class EpochBatches {
  private final Dataset dataset;
  private final int[] order;
  private final int batchSize;
  private final Optional<ImageTransform> augmentation;
  private final CounterRandom random;

  /**
   * The batches of some images of a dataset.
   *
   * @param order the images of this epoch, in its order
   * @param batchSize images per batch; the last may have fewer
   * @param augmentation changes every image
   * @param random the epoch's numbers for that
   */
  EpochBatches(
      Dataset dataset,
      int[] order,
      int batchSize,
      Optional<ImageTransform> augmentation,
      CounterRandom random) {
    this.dataset = dataset;
    this.order = order;
    this.batchSize = batchSize;
    this.augmentation = augmentation;
    this.random = random;
  }

  /** An empty batch for images of this epoch. */
  Batch newBatch() {
    return new Batch(dataset.imageShape(), Math.min(batchSize, order.length));
  }

  /** Fills the batch of a step that the epoch has. */
  void load(int step, Batch batch) {
    int from = step * batchSize;
    int count = Math.min(batchSize, order.length - from);
    if (augmentation.isPresent()) {
      batch.load(dataset, order, from, count, augmentation.get(), random);
    } else {
      batch.load(dataset, order, from, count);
    }
  }
}
