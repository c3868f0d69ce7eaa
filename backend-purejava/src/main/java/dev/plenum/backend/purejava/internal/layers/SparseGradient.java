package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;

/**
 * The gradient of a convolution's output behind max pooling, where at most one cell of each window is
 * not zero: for each image and channel a list of (pixel, value). The lists are cut into bands of some rows of
 * windows, which lie close together in the cache. Within a band they run column by column: entries
 * that follow one another then rarely touch the same memory, and need not wait for one another.
 */
final class SparseGradient {
  private final int channels;
  private final int windows;
  private final MaxPooling pooling;
  private final int bandRows;
  private final int bands;
  private final int[] pixels;
  private final float[] values;
  /** Where the part of each list in each band ends: [image][band][channel]. */
  private final int[] ends;

  /** The pixel of each cell, relative to its window's first. */
  private final int[] cellPixels;

  /**
   * Lists for that many images.
   *
   * @param output of the pool
   * @param bandRows rows of windows in a band
   */
  SparseGradient(FeatureMaps output, MaxPooling pooling, int bandRows, int capacity) {
    this.pooling = pooling;
    this.bandRows = bandRows;
    channels = output.channels();
    windows = output.height() * output.width();
    bands = (output.height() + bandRows - 1) / bandRows;
    pixels = new int[capacity * channels * windows];
    values = new float[pixels.length];
    ends = new int[capacity * bands * channels];
    cellPixels = pooling.cellPixels();
  }

  /** Bands of an image. */
  int bands() {
    return bands;
  }

  /** The entries' pixels, counted row by row; all lists in one array. */
  int[] pixels() {
    return pixels;
  }

  /** The entries' values. */
  float[] values() {
    return values;
  }

  /** The first entry of a list in a band. */
  int start(int image, int band, int channel) {
    return band == 0 ? listStart(image, channel) : end(image, band - 1, channel);
  }

  /** Behind the last entry of a list in a band. */
  int end(int image, int band, int channel) {
    return ends[(image * bands + band) * channels + channel];
  }

  /**
   * Makes the lists of one image.
   *
   * @param gradient of the pool's output
   * @param winners the winning cell of each window, image after image, rows × columns × padded
   * @param padded channels rounded up to whole vectors
   */
  void fill(int image, FeatureMaps gradient, float[] winners, int padded) {
    for (int band = 0; band < bands; band++) {
      int endsOfBand = (image * bands + band) * channels;
      beginBand(image, band, endsOfBand);
      int firstRow = band * bandRows;
      int endRow = Math.min(gradient.height(), firstRow + bandRows);
      for (int column = 0; column < gradient.width(); column++) {
        for (int row = firstRow; row < endRow; row++) {
          int window = (image * gradient.height() + row) * gradient.width() + column;
          append(
              gradient.data(),
              gradient.index(image, row, column),
              winners,
              window * padded,
              pooling.firstPixel(row, column),
              endsOfBand);
        }
      }
    }
  }

  private void beginBand(int image, int band, int endsOfBand) {
    if (band > 0) {
      System.arraycopy(ends, endsOfBand - channels, ends, endsOfBand, channels);
      return;
    }
    for (int c = 0; c < channels; c++) {
      ends[endsOfBand + c] = listStart(image, c);
    }
  }

  /** Appends one window's values to the channels' lists, except zeros. */
  private void append(
      float[] gradient,
      int gradientOffset,
      float[] winners,
      int winnersOffset,
      int firstPixel,
      int endsOfBand) {
    for (int c = 0; c < channels; c++) {
      float value = gradient[gradientOffset + c];
      int end = ends[endsOfBand + c];
      pixels[end] = firstPixel + cellPixels[(int) winners[winnersOffset + c]];
      values[end] = value;
      ends[endsOfBand + c] = end + isNotZero(value);
    }
  }

  /** 1 for every value but 0 and −0; without a branch, which could not be predicted. */
  private static int isNotZero(float value) {
    int magnitude = Float.floatToRawIntBits(value) << 1;
    return (magnitude | -magnitude) >>> 31;
  }

  private int listStart(int image, int channel) {
    return (image * channels + channel) * windows;
  }
}
