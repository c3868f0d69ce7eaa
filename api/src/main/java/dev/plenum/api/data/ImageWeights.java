package dev.plenum.api.data;

import dev.plenum.api.provenance.Described;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * How much images count in the loss of a training, as Keras's class weights and sample weights: an image's
 * loss is multiplied by its weight, and the sum still divided by the number of images. Accuracy and
 * validation do not depend on them.
 */
public final class ImageWeights implements Described {
  private final boolean byClass;
  private final double[] weights;

  private ImageWeights(boolean byClass, double... weights) {
    this.byClass = byClass;
    this.weights = weights.clone();
    for (double weight : weights) {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a weight must be at least 0 and finite, found " + weight);
      }
    }
  }

  /**
   * {@return weights of classes}
   *
   * @param weights one for each class, in the classes' order, at least 0 and finite; copied
   * @throws IllegalArgumentException if one is negative or not finite
   */
  public static ImageWeights ofClasses(double... weights) {
    return new ImageWeights(true, weights);
  }

  /**
   * {@return weights of images}
   *
   * @param weights one for each image, in the dataset's order, at least 0 and finite; copied
   * @throws IllegalArgumentException if one is negative or not finite
   */
  public static ImageWeights ofImages(double... weights) {
    return new ImageWeights(false, weights);
  }

  /**
   * {@return weights for classes by how often they occur among the training images: images / (classes ·
   * images of the class), so that every class counts as much} A class without images gets the weight 0.
   */
  public static ImageWeights balanced() {
    return new ImageWeights(true);
  }

  /**
   * {@return the weights of a dataset's images: these, or, where they are {@link #balanced}, those of its
   * classes}
   *
   * @param dataset the training images
   * @throws IllegalArgumentException if it has another number of classes, or of images
   */
  public ImageWeights of(Dataset dataset) {
    if (isBalanced()) {
      return ofClasses(balance(dataset));
    }
    int expected = byClass ? dataset.classNames().size() : dataset.size();
    if (weights.length != expected) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "there must be a weight for each of the %d %s, found %d weights",
          expected,
          byClass ? "classes" : "images",
          weights.length));
    }
    return this;
  }

  private boolean isBalanced() {
    return byClass && weights.length == 0;
  }

  private static double[] balance(Dataset dataset) {
    int[] counts = new int[dataset.classNames().size()];
    for (int i = 0; i < dataset.size(); i++) {
      counts[dataset.label(i)]++;
    }
    return Arrays.stream(counts)
        .mapToDouble(
            count -> count == 0 ? 0 : (double) dataset.size() / ((double) counts.length * count))
        .toArray();
  }

  /** The weight of an image of that index and label. */
  double of(int index, int label) {
    return weights[byClass ? label : index];
  }

  /** Weights of classes as they are, of images by their digest. */
  @Override
  public Map<String, Object> describe() {
    if (isBalanced()) {
      return Described.named("class_weights", "weights", "balanced");
    }
    return byClass
        ? Described.named(
            "class_weights", "weights", Arrays.stream(weights).boxed().toList())
        : Described.named("sample_weights", "sha256", digest());
  }

  private String digest() {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * weights.length);
    bytes.asDoubleBuffer().put(weights);
    return HexFormat.of().formatHex(Sha256.newDigest().digest(bytes.array()));
  }

  /** {@return whether there is one for each class, else for each image} */
  public boolean isByClass() {
    return byClass;
  }

  /** {@return the weights; none if they are {@link #balanced}, before {@link #of(Dataset)} makes them} */
  public double[] values() {
    return weights.clone();
  }
}
