package dev.plenum.augmentation;

import dev.plenum.api.data.Dataset;

/**
 * Means and standard deviations over all images of a dataset, value by value modulo the number of
 * groups: per channel for as many groups as channels, per pixel and channel for as many as an image
 * has values. In double precision and a fixed order.
 */
final class Moments {
  private Moments() {}

  /**
   * The mean of each group.
   *
   * @throws IllegalArgumentException if the images have values that are not finite
   */
  static double[] means(Dataset images, int groups) {
    return overAll(images, new double[groups], 1);
  }

  /** The standard deviation of each group about its mean. */
  static double[] deviations(Dataset images, double[] means) {
    double[] variances = overAll(images, means, 2);
    for (int group = 0; group < variances.length; group++) {
      variances[group] = Math.sqrt(variances[group]);
    }
    return variances;
  }

  /** The mean of each group's first or second power about a centre. */
  private static double[] overAll(Dataset images, double[] centre, int power) {
    double[] sums = new double[centre.length];
    float[] image = new float[images.imageShape().size()];
    for (int index = 0; index < images.size(); index++) {
      images.copyImage(index, image, 0);
      for (int i = 0, group = 0; i < image.length; i++) {
        double deviation = image[i] - centre[group];
        sums[group] += power == 1 ? deviation : deviation * deviation;
        group = group + 1 == sums.length ? 0 : group + 1;
      }
    }
    double count = (double) images.size() * image.length / sums.length;
    for (int group = 0; group < sums.length; group++) {
      sums[group] /= count;
      requireFinite(sums[group]);
    }
    return sums;
  }

  private static void requireFinite(double moment) {
    if (!Double.isFinite(moment)) {
      throw new IllegalArgumentException(
          "no statistics can be made of images with values that are not finite: look at the"
              + " preprocessing function");
    }
  }
}
