package dev.plenum.tck.reference;

import java.util.Arrays;

/** Images in double precision, with their classes, and how much each counts in the loss. */
public final class ReferenceBatch {
  final double[] images;
  final int[] labels;
  final double[] weights;

  /**
   * Images that count the same.
   *
   * @param images one after another, in h, w, c order
   * @param labels the class of each image
   */
  public ReferenceBatch(double[] images, int... labels) {
    this(images, labels, ones(labels.length));
  }

  private ReferenceBatch(double[] images, int[] labels, double... weights) {
    this.images = images.clone();
    this.labels = labels.clone();
    this.weights = weights.clone();
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /**
   * The same images, which count differently.
   *
   * @throws IllegalArgumentException if there is not a weight for each image
   */
  public ReferenceBatch weighted(double... weights) {
    if (weights.length != labels.length) {
      throw new IllegalArgumentException(
          "there are " + labels.length + " images, found " + weights.length + " weights");
    }
    return new ReferenceBatch(images, labels, weights);
  }

  /** The number of images. */
  public int size() {
    return labels.length;
  }

  /** Image after image. */
  double[][] samples() {
    int size = images.length / labels.length;
    double[][] samples = new double[labels.length][];
    Arrays.setAll(samples, n -> Arrays.copyOfRange(images, n * size, (n + 1) * size));
    return samples;
  }
}
