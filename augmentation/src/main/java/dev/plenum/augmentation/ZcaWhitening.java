package dev.plenum.augmentation;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Removes the correlations between an image's values: subtracts the mean image and multiplies by a
 * symmetric matrix, so that over the training images all values have variance 1 and no two are
 * correlated.
 */
final class ZcaWhitening {
  static final String MEAN = "zca/mean";
  static final String MATRIX = "zca/matrix";

  /** With this many values per image the fit takes about a gigabyte and minutes. */
  static final int MOST_VALUES = 4096;

  private final Tensor mean;
  private final Tensor matrix;
  private final float[] subtrahends;
  private final float[] factors;

  /**
   * The whitening by these statistics.
   *
   * @param mean the mean image
   * @param matrix a row and a column for each of its values
   */
  ZcaWhitening(Tensor mean, Tensor matrix) {
    this.mean = mean;
    this.matrix = matrix;
    this.subtrahends = mean.toArray();
    this.factors = matrix.toArray();
  }

  /**
   * Computes the statistics.
   *
   * @param epsilon added to the singular values, in Keras's sense
   */
  static ZcaWhitening fit(Dataset images, double epsilon) {
    requireSize(images.imageShape());
    int size = images.imageShape().size();
    double[] mean = Moments.means(images, size);
    double[] matrix = ZcaMatrix.of(Covariance.of(images, mean), size, images.size(), epsilon);
    return new ZcaWhitening(
        Rounded.tensor(images.imageShape(), mean), Rounded.tensor(Shape.of(size, size), matrix));
  }

  static void requireSize(Shape image) {
    if (image.size() > MOST_VALUES) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "ZCA whitening takes images of at most %d values, found %d in the shape %s: use smaller images",
          MOST_VALUES,
          image.size(),
          image));
    }
  }

  void requireFit(Shape image) {
    if (!image.equals(mean.shape())) {
      throw new IllegalArgumentException(
          "the normalisation was fitted to images of shape %s, found %s"
              .formatted(mean.shape(), image));
    }
  }

  /**
   * Writes the whitened image. The loops add one row of the matrix after the other, times a value of
   * the source: independent sums side by side, each in one order.
   */
  void apply(float[] source, float[] target, int offset) {
    int size = subtrahends.length;
    Arrays.fill(target, offset, offset + size, 0);
    for (int i = 0; i < size; i++) {
      float value = source[i] - subtrahends[i];
      int row = i * size;
      for (int j = 0; j < size; j++) {
        target[offset + j] += value * factors[row + j];
      }
    }
  }

  void describe(Map<String, Tensor> statistics) {
    statistics.put(MEAN, mean);
    statistics.put(MATRIX, matrix);
  }
}
