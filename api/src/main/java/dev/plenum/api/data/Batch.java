package dev.plenum.api.data;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;

/**
 * Images and labels that a model is trained on together. The arrays are reused from batch to batch
 * and belong to whoever fills them; a model reads them only during the call they are passed to.
 */
public final class Batch {
  private final Shape imageShape;
  private final float[] images;
  private final int[] labels;
  /** An image on its way from the dataset. */
  private final float[] scratch;

  private int size;

  /**
   * An empty batch.
   *
   * @param imageShape (height, width, channels) of every image
   * @param capacity the largest number of images, at least 1
   * @throws IllegalArgumentException if the capacity is less than 1, or so many images have more than
   *     2³¹ − 1 values
   */
  public Batch(Shape imageShape, int capacity) {
    long values = (long) capacity * imageShape.size();
    if (capacity < 1 || values > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a batch has at least 1 image and at most 2^31 - 1 values, found %d images of shape %s"
              .formatted(capacity, imageShape));
    }
    this.imageShape = imageShape;
    this.images = new float[(int) values];
    this.labels = new int[capacity];
    this.scratch = new float[imageShape.size()];
  }

  /**
   * Fills the batch with the images {@code order[from … from + count − 1]} of a dataset.
   *
   * @throws IllegalArgumentException if the images have another shape, or {@code count} is not in 1 …
   *     capacity
   */
  public void load(Dataset dataset, int[] order, int from, int count) {
    requireFit(dataset, count);
    for (int i = 0; i < count; i++) {
      dataset.copyImage(order[from + i], images, i * imageShape.size());
      labels[i] = dataset.label(order[from + i]);
    }
    size = count;
  }

  /**
   * The same with every image augmented.
   *
   * @param augmentation changes each image
   * @param epoch the epoch's numbers; an image gets those at its index in the dataset
   * @throws IllegalArgumentException if the images have another shape, or {@code count} is not in 1 …
   *     capacity
   */
  public void load(
      Dataset dataset,
      int[] order,
      int from,
      int count,
      ImageTransform augmentation,
      CounterRandom epoch) {
    requireFit(dataset, count);
    for (int i = 0; i < count; i++) {
      int index = order[from + i];
      dataset.copyImage(
          index, augmentation, epoch.at(index), scratch, images, i * imageShape.size());
      labels[i] = dataset.label(index);
    }
    size = count;
  }

  private void requireFit(Dataset dataset, int count) {
    if (!dataset.imageShape().equals(imageShape)) {
      throw new IllegalArgumentException("the batch takes images of shape %s, found %s"
          .formatted(imageShape, dataset.imageShape()));
    }
    if (count < 1 || count > labels.length) {
      throw new IllegalArgumentException(
          "the batch takes 1 to %d images, found %d".formatted(labels.length, count));
    }
  }

  /** (height, width, channels) of every image. */
  public Shape imageShape() {
    return imageShape;
  }

  /** The number of images in it. */
  public int size() {
    return size;
  }

  /** Image after image, in h, w, c order; only the first {@link #size} images count. */
  public float[] images() {
    return images;
  }

  /** The class of each image; only the first {@link #size} count. */
  public int[] labels() {
    return labels;
  }
}
