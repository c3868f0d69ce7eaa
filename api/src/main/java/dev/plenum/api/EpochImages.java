package dev.plenum.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The images that an epoch of a training shows, in their order, and how much each counts. Immutable. */
public final class EpochImages {
  private final int[] order;
  /** By the images' indices. */
  private final double[] factors;

  private EpochImages(int[] order, double... factors) {
    this.order = order;
    this.factors = factors;
  }

  /** All images of a dataset, which count the same. */
  static EpochImages all(int... order) {
    double[] ones = new double[order.length];
    Arrays.fill(ones, 1);
    return new EpochImages(order.clone(), ones);
  }

  /** {@return how many are shown} */
  public int size() {
    return order.length;
  }

  /** {@return how many there are to choose from: images have indices below this} */
  public int all() {
    return factors.length;
  }

  /** {@return the indices of those that are shown, in the epoch's order} */
  public int[] order() {
    return order.clone();
  }

  /**
   * {@return what an image's loss is multiplied by, beside its weight}
   *
   * @param index that of the image in the dataset
   */
  public double factor(int index) {
    return factors[index];
  }

  /**
   * {@return the same images with other factors}
   *
   * @param factorOf what the factor of the image with an index is multiplied by; an image for which it is
   *     0 is not shown
   * @throws IllegalArgumentException if a factor is negative or not finite
   */
  public EpochImages times(IntToDoubleFunction factorOf) {
    double[] changed = factors.clone();
    IntStream.of(order).forEach(index -> changed[index] *= factorOf.applyAsDouble(index));
    for (double factor : changed) {
      if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(String.format(
            Locale.ROOT, "an image's factor must be at least 0 and finite, found %s", factor));
      }
    }
    return new EpochImages(
        IntStream.of(order).filter(index -> changed[index] > 0).toArray(), changed);
  }

  /** The first of them, in the epoch's order. */
  EpochImages first(int count) {
    return new EpochImages(Arrays.copyOf(order, Math.min(count, order.length)), factors);
  }

  /** The factors of all images by their indices. */
  double[] factors() {
    return factors.clone();
  }
}
