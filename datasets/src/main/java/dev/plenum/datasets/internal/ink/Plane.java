package dev.plenum.datasets.internal.ink;

import java.util.Arrays;

/**
 * A number for each pixel of a picture, row after row.
 *
 * @param height in pixels
 * @param width in pixels
 * @param values as many as pixels
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Plane(int height, int width, double[] values) {

  /** Of a grey picture, from 0 (black) to 255 (white). */
  static Plane of(int height, int width, byte[] grey) {
    double[] values = new double[height * width];
    Arrays.setAll(values, i -> grey[i] & 0xff);
    return new Plane(height, width, values);
  }

  /** The same with dark and light exchanged. */
  Plane inverted() {
    double[] inverted = new double[values.length];
    Arrays.setAll(inverted, i -> 255 - values[i]);
    return new Plane(height, width, inverted);
  }

  /** The mean of each pixel and those around it, up to so many rows and columns away, where there are some. */
  Plane mean(int radius) {
    return sums(radius, true).sums(radius, false);
  }

  private Plane sums(int radius, boolean alongRows) {
    double[] means = new double[values.length];
    int length = alongRows ? width : height;
    int step = alongRows ? 1 : width;
    for (int line = 0; line < (alongRows ? height : width); line++) {
      int start = alongRows ? line * width : line;
      double sum = 0;
      int count = 0;
      for (int i = -radius; i < length; i++) {
        if (i + radius < length) {
          sum += values[start + (i + radius) * step];
          count++;
        }
        if (i - radius - 1 >= 0) {
          sum -= values[start + (i - radius - 1) * step];
          count--;
        }
        if (i >= 0) {
          means[start + i * step] = sum / count;
        }
      }
    }
    return new Plane(height, width, means);
  }

  /** The largest of each pixel and those around it in a square. */
  Plane largest(int radius) {
    return largest(radius, true).largest(radius, false);
  }

  /** The smallest of each pixel and those around it in a square. */
  Plane smallest(int radius) {
    return inverted().largest(radius).inverted();
  }

  private Plane largest(int radius, boolean alongRows) {
    double[] found = new double[values.length];
    int length = alongRows ? width : height;
    int step = alongRows ? 1 : width;
    int[] candidates = new int[length]; // each smaller than those before it
    for (int line = 0; line < (alongRows ? height : width); line++) {
      int start = alongRows ? line * width : line;
      int first = 0;
      int end = 0;
      for (int i = -radius; i < length; i++) {
        int next = i + radius;
        if (next < length) {
          while (end > first
              && values[start + candidates[end - 1] * step] <= values[start + next * step]) {
            end--;
          }
          candidates[end++] = next;
        }
        if (i >= 0) {
          if (candidates[first] < i - radius) {
            first++;
          }
          found[start + i * step] = values[start + candidates[first] * step];
        }
      }
    }
    return new Plane(height, width, found);
  }

  /** The value at a share of all values in their order, from 0 (the smallest) to 1 (the largest). */
  double quantile(double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
