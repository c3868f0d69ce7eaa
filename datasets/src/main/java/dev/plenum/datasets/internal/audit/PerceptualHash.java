package dev.plenum.datasets.internal.audit;

import java.util.Arrays;

/**
 * The perceptual hash by the discrete cosine transform (Zauner, Implementation and Benchmarking of
 * Perceptual Image Hash Functions, 2010; pHash), in the form that Python's ImageHash has: of the 32 by 32
 * thumbnail's cosine transform the 8 by 8 lowest frequencies, a bit for each that says whether it is above
 * their median. Images that look alike have hashes that differ in few bits.
 */
final class PerceptualHash {
  private static final int SIDE = Thumbnail.SIDE;
  private static final int LOWEST = 8;
  private static final double[][] COSINES = cosines();

  private PerceptualHash() {}

  private static double[][] cosines() {
    double[][] cosines = new double[LOWEST][SIDE];
    for (int k = 0; k < LOWEST; k++) {
      for (int x = 0; x < SIDE; x++) {
        cosines[k][x] = StrictMath.cos(StrictMath.PI * k * (2 * x + 1) / (2 * SIDE));
      }
    }
    return cosines;
  }

  /**
   * The hash of a thumbnail.
   *
   * @param square of 32 by 32 pixels
   */
  static long of(Thumbnail square) {
    double[] frequencies = frequencies(square);
    double[] sorted = frequencies.clone();
    Arrays.sort(sorted);
    double median = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    long hash = 0;
    for (double frequency : frequencies) {
      hash = (hash << 1) | (frequency > median ? 1 : 0);
    }
    return hash;
  }

  private static double[] frequencies(Thumbnail square) {
    double[][] rows = new double[SIDE][LOWEST];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int pixel = square.at(y, x);
        for (int k = 0; k < LOWEST; k++) {
          rows[y][k] += COSINES[k][x] * pixel;
        }
      }
    }
    double[] frequencies = new double[LOWEST * LOWEST];
    for (int v = 0; v < LOWEST; v++) {
      for (int y = 0; y < SIDE; y++) {
        for (int u = 0; u < LOWEST; u++) {
          frequencies[v * LOWEST + u] += COSINES[v][y] * rows[y][u];
        }
      }
    }
    return frequencies;
  }
}
