package dev.plenum.tck.reference;

import java.util.Arrays;

/**
 * Images in double precision, with their classes, and how much each counts in the loss; with a second class
 * where two images are mixed.
 */
public final class ReferenceBatch {
  final double[] images;
  final int[] labels;
  final double[] weights;
  final int[] others;
  final double[] otherWeights;

  /**
   * Images that count the same.
   *
   * @param images one after another, in h, w, c order
   * @param labels the class of each image
   */
  public ReferenceBatch(double[] images, int... labels) {
    this(images, labels, ones(labels.length), labels, new double[labels.length]);
  }

  private ReferenceBatch(
      double[] images, int[] labels, double[] weights, int[] others, double... otherWeights) {
    this.images = images.clone();
    this.labels = labels.clone();
    this.weights = weights.clone();
    this.others = others.clone();
    this.otherWeights = otherWeights.clone();
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /**
   * {@return the same images, which count differently}
   *
   * @param weights how much each image's loss counts
   * @throws IllegalArgumentException if there is not a weight for each image
   */
  public ReferenceBatch weighted(double... weights) {
    requireEach(weights.length, "weights");
    return new ReferenceBatch(images, labels, weights, others, otherWeights);
  }

  /**
   * {@return the same images with a second class, whose loss is added}
   *
   * @param others the second class of each image
   * @param otherWeights how much it counts
   * @throws IllegalArgumentException if there is not one of each for each image
   */
  public ReferenceBatch mixed(int[] others, double... otherWeights) {
    requireEach(others.length, "second classes");
    requireEach(otherWeights.length, "weights of second classes");
    return new ReferenceBatch(images, labels, weights, others, otherWeights);
  }

  private void requireEach(int found, String what) {
    if (found != labels.length) {
      throw new IllegalArgumentException(
          "there are " + labels.length + " images, found " + found + " " + what);
    }
  }

  /** {@return the number of images} */
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
