package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;

/**
 * The gradient of a convolution's output behind max pooling, where at most one cell of each window is
 * not zero: for each channel of an image a list of (pixel, value). The lists are cut into bands of
 * some rows of windows, whose patches lie close together in the cache. Within a band they run column
 * by column: entries that follow one another then rarely touch the same memory, and need not wait for
 * one another.
 */
final class SparseGradient {
  /** Rows of windows in a band. */
  private static final int BAND_ROWS = 4;

  private final FeatureMaps gradient;
  private final MaxPooling pooling;
  private final float[] winners;
  private final Elementwise elementwise;
  private final int channels;
  private final int windows;
  private final int bands;
  private final int[] pixels;
  private final float[] values;
  /** Where the part of each list in each band ends: [band][channel]. */
  private final int[] ends;
  /** The pixel of each cell, relative to its window's first. */
  private final int[] cellPixels;

  /**
   * Room for the lists of one image.
   *
   * @param gradient of the pool's output
   * @param winners the winning cell of each window, image after image, rows × columns × channels
   *     rounded up to whole vectors, from {@link Aligned#START}
   */
  SparseGradient(
      FeatureMaps gradient, MaxPooling pooling, float[] winners, Elementwise elementwise) {
    this.gradient = gradient;
    this.pooling = pooling;
    this.winners = winners;
    this.elementwise = elementwise;
    channels = gradient.channels();
    windows = gradient.height() * gradient.width();
    bands = (gradient.height() + BAND_ROWS - 1) / BAND_ROWS;
    pixels = new int[channels * windows];
    values = new float[pixels.length];
    ends = new int[bands * channels];
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
  int start(int band, int channel) {
    return band == 0 ? channel * windows : end(band - 1, channel);
  }

  /** Behind the last entry of a list in a band. */
  int end(int band, int channel) {
    return ends[band * channels + channel];
  }

  /**
   * Makes the lists of one image.
   *
   * @param place where its gradient lies
   */
  void fill(int image, int place) {
    for (int band = 0; band < bands; band++) {
      for (int c = 0; c < channels; c++) {
        ends[band * channels + c] = start(band, c);
      }
      int endRow = Math.min(gradient.height(), (band + 1) * BAND_ROWS);
      for (int column = 0; column < gradient.width(); column++) {
        for (int row = band * BAND_ROWS; row < endRow; row++) {
          append(image, place, row, column, band * channels);
        }
      }
    }
  }

  /** Appends one window's values to the channels' lists, except zeros. */
  private void append(int image, int place, int row, int column, int endsOfBand) {
    int window = (image * gradient.height() + row) * gradient.width() + column;
    int winner = Aligned.START + window * Gemm.padded(channels);
    int source = gradient.index(place, row, column);
    int firstPixel = pooling.firstPixel(row, column);
    for (int first = 0; first < channels; first += Long.SIZE) {
      int count = Math.min(Long.SIZE, channels - first);
      long rest = elementwise.nonZeros(gradient.data(), source + first, count);
      for (; rest != 0; rest &= rest - 1) {
        int c = first + Long.numberOfTrailingZeros(rest);
        int end = ends[endsOfBand + c]++;
        pixels[end] = firstPixel + cellPixels[(int) winners[winner + c]];
        values[end] = gradient.data()[source + c];
      }
    }
  }
}
