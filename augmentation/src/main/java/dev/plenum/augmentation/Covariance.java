package dev.plenum.augmentation;

import dev.plenum.api.data.Dataset;

/** How an image's values vary together over a dataset. */
final class Covariance {
  /** Images at a time, so that they and a row of the matrix stay in the cache. */
  private static final int BLOCK = 64;

  private Covariance() {}

  /**
   * The mean product of each two values' deviations, row by row. Every sum runs over the images in
   * order, whatever the size of the blocks.
   *
   * @param mean of each value
   */
  static double[] of(Dataset images, double[] mean) {
    int size = mean.length;
    double[] sums = new double[size * size];
    double[][] block = new double[BLOCK][size];
    for (int start = 0; start < images.size(); start += BLOCK) {
      int count = Math.min(BLOCK, images.size() - start);
      load(images, start, count, mean, block);
      for (int i = 0; i < size; i++) {
        for (int k = 0; k < count; k++) {
          addProducts(block[k], i, sums);
        }
      }
    }
    return symmetric(sums, size, images.size());
  }

  private static void load(Dataset images, int start, int count, double[] mean, double[][] block) {
    float[] image = new float[mean.length];
    for (int k = 0; k < count; k++) {
      images.copyImage(start + k, image, 0);
      for (int i = 0; i < image.length; i++) {
        block[k][i] = image[i] - mean[i];
      }
    }
  }

  /** Adds the products of value {@code i} and those from there on. */
  private static void addProducts(double[] deviations, int i, double[] sums) {
    double value = deviations[i];
    int row = i * deviations.length;
    for (int j = i; j < deviations.length; j++) {
      sums[row + j] += value * deviations[j];
    }
  }

  private static double[] symmetric(double[] sums, int size, int count) {
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        sums[i * size + j] /= count;
        sums[j * size + i] = sums[i * size + j];
      }
    }
    return sums;
  }
}
