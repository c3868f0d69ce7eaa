package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;

/**
 * Sums each window of the maps, weighted by a kernel; some rows of windows at a time. The gradient of
 * a convolution's input is one too, over the flipped kernel.
 */
interface Convolution {

  /** How many rows of windows are summed at a time. */
  int bandRows();

  /** From one row of sums to the next: columns × padded outputs, or more. */
  int rowLength();

  /** Takes the kernel as it is now, before the sums of a batch. */
  void prepare();

  /**
   * Sums {@link #bandRows} rows of one image. Rows beyond the last window are summed over whatever
   * lies there.
   *
   * @param row the first of the rows, a multiple of {@link #bandRows}
   * @param sums gets row i at {@code offset + i · rowLength()}: for each window the padded outputs
   */
  void sum(int image, int row, int worker, float[] sums, int offset);

  /**
   * The convolution that suits the geometry best.
   *
   * @param kernel [kernel row][kernel column][input channel][padded output]
   * @param outputs the padded outputs
   * @param start what every sum starts from, for each output
   */
  static Convolution of(
      ConvGeometry geometry,
      FeatureMaps input,
      float[] kernel,
      int outputs,
      float[] start,
      Workers workers) {
    return new DirectConvolution(geometry, input, kernel, outputs, start, workers);
  }
}
