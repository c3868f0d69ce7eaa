package dev.plenum.api.data;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Images and labels that a model is trained on together. The arrays are reused from batch to batch
 * and belong to whoever fills them; a model reads them only during the call they are passed to.
 *
 * <p>An image is made (read from its dataset and augmented) when it is first needed. A model whose
 * threads share its images can so let each of them make its own: {@link #make}.
 */
public final class Batch {
  private final Shape imageShape;
  private final int imageSize;
  private final float[] images;
  private final int[] labels;
  private final int[] indices;
  private final boolean[] made;
  /** An image on its way from the dataset, where {@link #images} makes it. */
  private final float[] scratch;

  private int size;
  private @Nullable Dataset dataset;
  private @Nullable ImageTransform augmentation;
  private @Nullable CounterRandom random;
  private @Nullable ImageWeights weights;
  private @Nullable Mixup mixup;
  private @Nullable CounterRandom mixing;
  private final int[] partners;
  private final double[] shares;
  private final double[] losses;
  private double @Nullable [] factors;

  /**
   * An empty batch.
   *
   * @param imageShape (height, width, channels) of every image
   * @param capacity the largest number of images, at least 1
   * @throws IllegalArgumentException if the capacity is less than 1, or so many images have more than
   *     2³¹ − 1 values
   */
  public Batch(Shape imageShape, int capacity) {
    imageSize = imageShape.size();
    long values = (long) capacity * imageSize;
    if (capacity < 1 || values > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "a batch has at least 1 image and at most 2^31 - 1 values, found %d images of shape %s",
          capacity,
          imageShape));
    }
    this.imageShape = imageShape;
    this.images = new float[(int) values];
    this.labels = new int[capacity];
    this.indices = new int[capacity];
    this.made = new boolean[capacity];
    this.partners = new int[capacity];
    this.shares = new double[capacity];
    this.losses = new double[capacity];
    this.scratch = new float[imageSize];
  }

  /**
   * Fills the batch with the images {@code order[from … from + count − 1]} of a dataset.
   *
   * @param dataset has the images, of {@link #imageShape}
   * @param order indices of images in the dataset; read only during the call
   * @param from where in {@code order} the batch begins
   * @param count how many images it gets
   * @throws IllegalArgumentException if the images have another shape, or {@code count} is not in 1 …
   *     capacity
   */
  public void load(Dataset dataset, int[] order, int from, int count) {
    fill(dataset, order, from, count, null, null);
  }

  /**
   * The same with every image augmented.
   *
   * @param dataset has the images, of {@link #imageShape}
   * @param order indices of images in the dataset; read only during the call
   * @param from where in {@code order} the batch begins
   * @param count how many images it gets
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
    fill(dataset, order, from, count, augmentation, epoch);
  }

  private void fill(
      Dataset dataset,
      int[] order,
      int from,
      int count,
      @Nullable ImageTransform augmentation,
      @Nullable CounterRandom random) {
    requireFit(dataset, count);
    for (int i = 0; i < count; i++) {
      indices[i] = order[from + i];
      labels[i] = dataset.label(indices[i]);
      drawPartner(i, dataset.size());
    }
    Arrays.fill(made, 0, count, false);
    Arrays.fill(losses, 0, count, Double.NaN);
    this.dataset = dataset;
    this.augmentation = augmentation;
    this.random = random;
    size = count;
  }

  private void drawPartner(int image, int all) {
    partners[image] = indices[image];
    shares[image] = 1;
    if (mixup != null && mixing != null) {
      CounterRandom own = mixing.at(indices[image]);
      partners[image] = mixup.partner(own, all);
      shares[image] = mixup.share(own);
    }
  }

  /**
   * Makes one image, if that has not been done. Several threads may do so at the same time for
   * different images.
   *
   * @param image its number in the batch
   * @param room for one image; a thread's own
   * @return the array of {@link #images}, in which this image is valid now
   */
  public float[] make(int image, float[] room) {
    if (!made[image] && dataset != null) {
      int offset = image * imageSize;
      copy(dataset, indices[image], room, images, offset);
      if (mixup != null) {
        float[] partner = new float[imageSize];
        copy(dataset, partners[image], room, partner, 0);
        mix(shares[image], partner, offset);
      }
      made[image] = true;
    }
    return images;
  }

  private void copy(Dataset dataset, int index, float[] room, float[] target, int offset) {
    if (augmentation == null || random == null) {
      dataset.copyImage(index, target, offset);
    } else {
      dataset.copyImage(index, augmentation, random.at(index), room, target, offset);
    }
  }

  private void mix(double share, float[] partner, int offset) {
    for (int i = 0; i < imageSize; i++) {
      images[offset + i] = (float) (share * images[offset + i] + (1 - share) * partner[i]);
    }
  }

  private void requireFit(Dataset dataset, int count) {
    if (!dataset.imageShape().equals(imageShape)) {
      throw new IllegalArgumentException("the batch takes images of shape %s, found %s"
          .formatted(imageShape, dataset.imageShape()));
    }
    if (count < 1 || count > labels.length) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT, "the batch takes 1 to %d images, found %d", labels.length, count));
    }
  }

  /** {@return (height, width, channels) of every image} */
  public Shape imageShape() {
    return imageShape;
  }

  /** {@return the number of images in it} */
  public int size() {
    return size;
  }

  /** {@return image after image, in h, w, c order; only the first {@link #size} images count} */
  public float[] images() {
    for (int image = 0; image < size; image++) {
      make(image, scratch);
    }
    return images;
  }

  /**
   * {@return the dataset whose images these are as they stand; null where they are augmented or mixed, or
   * none yet}
   */
  public @Nullable Dataset plainDataset() {
    return augmentation == null && mixup == null ? dataset : null;
  }

  /**
   * {@return the index in its dataset of an image of the batch}
   *
   * @param image its number in the batch, from 0
   */
  public int index(int image) {
    return indices[image];
  }

  /**
   * From now on, images count as these weights say.
   *
   * @param weights those of the dataset that the images are from; null if all count the same
   */
  public void weighBy(@Nullable ImageWeights weights) {
    this.weights = weights;
  }

  /**
   * From now on, images are loaded mixed with others of their dataset.
   *
   * @param mixup draws the other image, and the shares of both
   * @param epoch the epoch's numbers; an image gets those at its index in the dataset
   */
  public void mixBy(Mixup mixup, CounterRandom epoch) {
    this.mixup = mixup;
    this.mixing = epoch;
  }

  /**
   * From now on, an image's loss is multiplied by this, beside its weight.
   *
   * @param factors one for each image of the dataset
   */
  public void multiplyBy(double... factors) {
    this.factors = factors.clone();
  }

  /**
   * {@return how much an image of the batch counts in the loss: 1 unless {@link #weighBy} or {@link
   * #multiplyBy} said otherwise}
   *
   * @param image its number in the batch, from 0
   */
  public double weight(int image) {
    return factor(image) * (weights == null ? 1 : weights.of(indices[image], labels[image]));
  }

  private double factor(int image) {
    return factors == null ? 1 : factors[indices[image]];
  }

  /**
   * {@return the class of each image, of mixed ones that with the larger share; only the first {@link #size}
   * count}
   */
  public int[] labels() {
    return labels;
  }

  /**
   * {@return the share of its own label that an image has, in [1/2, 1]: 1 unless it is mixed with another}
   *
   * @param image its number in the batch, from 0
   */
  public double share(int image) {
    return shares[image];
  }

  /**
   * {@return the label that has the rest; the image's own where it is not mixed}
   *
   * @param image its number in the batch, from 0
   */
  public int otherLabel(int image) {
    return dataset == null ? labels[image] : dataset.label(partners[image]);
  }

  /**
   * {@return how much the loss of the other label counts: as much as the image that it comes from, times this
   * image's factor}
   *
   * @param image its number in the batch, from 0
   */
  public double otherWeight(int image) {
    return factor(image) * (weights == null ? 1 : weights.of(partners[image], otherLabel(image)));
  }

  /**
   * Keeps the loss of an image, see {@link #loss}; for whoever computes it.
   *
   * @param image its number in the batch, from 0
   * @param loss whatever its weight
   */
  public void keepLoss(int image, double loss) {
    losses[image] = loss;
  }

  /**
   * {@return the loss of an image in the step that was made with this batch, whatever its weight; of a mixed
   * one the mean of both labels' losses by their shares} NaN before the step.
   *
   * @param image its number in the batch, from 0
   */
  public double loss(int image) {
    return losses[image];
  }
}
